import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { answerTo, dataOf, type Question } from './questions.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.stop())

const pump = '(01)06972145030188(21)ML4-260311-0452'
const abbott = 'quality:ABBOTT-VASCULAR'

/** What is asked, the code of a thing, a code of nothing, who sees the thing, who does not. */
const cases: readonly (readonly [Question, real: string, fake: string, insider: string, strangers: readonly string[]])[] = [
  ['serial', pump, '(01)06972145030188(21)ML4-260311-9999', 'hospital:CJUH', ['hospital:CZFP', abbott, 'distributor:NORDKAI', 'supplier:YUECHUAN-ELECTRONICS']],
  ['serial', 'ML4-260311-0452', 'ML4-260311-9999', 'quality', ['hospital:CZFP', abbott, 'supplier:QINGYU-COATING']],
  ['batch', '(01)08717648200274(10)5031184', '(01)08717648200274(10)5031199', 'distributor:KANGLUO', ['quality', 'hospital:CZFP', 'distributor:NORDKAI', 'supplier:SULU-POLYMER']],
  ['batch', 'R26-0118', 'R26-9999', 'supplier:SULU-POLYMER', ['hospital:CJUH', 'distributor:KANGLUO', abbott, 'supplier:QINGYU-COATING']],
  // It has some of the lot, but not this device: a serial number is no way to ask which lot it is of.
  ['batch', '(01)06972145030560(21)B04-030', '(01)06972145030560(21)B04-999', 'quality', ['hospital:CJUH']],
  ['product', 'SULU-PEBA-7233', 'SULU-PEBA-9999', 'quality', ['hospital:CJUH', 'distributor:KANGLUO', abbott, 'supplier:QINGYU-COATING']],
  ['lookup', 'SULU-PEBA-7233', 'SULU-PEBA-9999', 'quality', ['hospital:CJUH', abbott, 'supplier:QINGYU-COATING']],
  ['lookup', 'ML4-260311-0452', 'ML4-260311-9999', 'hospital:CJUH', ['hospital:CZFP', abbott]],
  ['unit', '(00)106999900070000013', '(00)106999900070000099', 'hospital:NYHH', ['hospital:CZFP', abbott, 'supplier:SULU-POLYMER']],
  ['genealogy', pump, '(01)06972145030188(21)ML4-260311-9999', 'quality', ['hospital:CZFP', abbott, 'distributor:NORDKAI']],
  ['serials', 'ML4-260311-0452', 'ML4-260311-9999', 'distributor:KANGLUO', ['hospital:CZFP', abbott, 'distributor:NORDKAI']],
  ['batches', '5031184', '9931184', 'hospital:CJUH', ['quality', 'hospital:CZFP', 'distributor:NORDKAI']],
  ['products', 'PEBA', 'PEBAX9', 'supplier:SULU-POLYMER', ['hospital:CJUH', 'distributor:KANGLUO', abbott]],
  ['organizations', '苏麓', '苏麒', 'quality', ['hospital:CJUH', 'distributor:KANGLUO', abbott]],
]

describe('what is not the viewer’s does not exist', () => {
  it.each(cases)('%s(%s) reads like %s', async (question, real, fake, insider, strangers) => {
    const nothing = await answerTo(hub, insider, question, fake)
    expect((await answerTo(hub, insider, question, real)).text).not.toBe(nothing.text)
    for (const stranger of strangers) expect(await answerTo(hub, stranger, question, real), stranger).toEqual(await answerTo(hub, stranger, question, fake))
  })

  it('shows a node of no kind', async () => {
    type Found = { serial: { id: string; batch: null; documents: { id: string }[]; tickets: { edges: { node: { id: string } }[] } } }
    const { serial } = await dataOf<Found>(hub, 'hospital:CJUH', 'serial', pump)
    const { batch } = await dataOf<{ batch: { id: string; recalls: { id: string }[]; stock: { site: { id: string } }[] } }>(hub, 'hospital:CJUH', 'batch', '(01)06972145030560(10)2608B04')
    const { logisticUnit } = await dataOf<{ logisticUnit: { id: string } }>(hub, 'hospital:NYHH', 'unit', '(00)106999900070000013')
    const { product } = await dataOf<{ product: { id: string; manufacturer: { id: string } } }>(hub, 'quality', 'product', 'SULU-PEBA-7233')
    const ids = [serial.id, serial.documents[0]?.id, serial.tickets.edges[0]?.node.id, batch.id, batch.recalls[0]?.id, batch.stock[0]?.site.id, logisticUnit.id, product.id, product.manufacturer.id]
    for (const id of ids) {
      if (!id) throw new Error('the demo lacks one of the kinds')
      const insider = id.startsWith('prd_') || id.startsWith('org_') ? 'quality' : id.startsWith('lgu_') ? 'hospital:NYHH' : 'hospital:CJUH'
      expect((await dataOf<{ node: object | null }>(hub, insider, 'node', id)).node, id).not.toBeNull()
      for (const stranger of ['hospital:CZFP', abbott]) {
        const nothing = await answerTo(hub, stranger, 'node', `${id.slice(0, 4)}AAAAAAAAAAAAAAAAAAAAAA`)
        expect(await answerTo(hub, stranger, 'node', id), `${id} as ${stranger}`).toEqual(nothing)
      }
    }
  })

  it('has no stock at another’s site', async () => {
    const { batch } = await dataOf<{ batch: { stock: { site: { id: string } }[] } }>(hub, 'hospital:CJUH', 'batch', '(01)08717648200274(10)5031184')
    const site = batch.stock[0]?.site.id ?? ''
    const nothing = await answerTo(hub, 'hospital:CZFP', 'inventory', 'sit_AAAAAAAAAAAAAAAAAAAAAA')
    expect((await answerTo(hub, 'hospital:CJUH', 'inventory', site)).text).not.toBe(nothing.text)
    expect(await answerTo(hub, 'hospital:CZFP', 'inventory', site)).toEqual(nothing)
    expect(await answerTo(hub, 'quality', 'inventory', site)).toEqual(nothing)
  })

  it('tells a stranger the verdict on a device, and nothing of the device', async () => {
    type Seen = { lookup: { verdict: string; reasons: { code: string }[]; product: object | null; serial: null; batch: null; stock: [] } }
    const { lookup } = await dataOf<Seen>(hub, 'hospital:CZFP', 'lookup', pump)
    expect(lookup).toMatchObject({ verdict: 'QUARANTINED', serial: null, batch: null, stock: [] })
    expect(lookup.product).not.toBeNull()
    const underWay = await dataOf<Seen>(hub, 'hospital:CZFP', 'lookup', '(01)06972145030560(10)2606B03(21)B03-012')
    expect(underWay.lookup.reasons.map(({ code }) => code)).toEqual(['NOT_IN_YOUR_STOCK'])
  })
})
