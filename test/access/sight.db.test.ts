import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { dataOf } from './questions.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.stop())

interface Party { readonly id: string | null; readonly name: string | null; readonly nameZh: string | null; readonly kinds: string[]; readonly country: string }
interface Happened {
  readonly bizStep: string; readonly eventTime: string; readonly site: { code: string } | null; readonly from: Party | null; readonly to: Party | null; readonly quantity?: { value: number }
  readonly note: string | null; readonly documentNumber: string | null; readonly procedureReference: string | null; readonly documents: { id: string; title: string }[]
}
interface Timeline { readonly timeline: { totalCount: number; edges: { node: Happened }[] } }
interface Seen extends Timeline {
  readonly status: string; readonly holds: string[]; readonly holder: Party | null; readonly owner: Party | null; readonly site: { code: string } | null; readonly documents: { title: string }[]
  readonly parts: { serial: { holder: Party | null; product: { manufacturer: Party | null } } | null; batch: (Timeline & { madeBy: Party; suppliedBy: Party; product: { manufacturer: Party | null } }) | null }[]
}

const pump = '(01)06972145030188(21)ML4-260311-0452'
const see = async (viewer: string, code: string): Promise<Seen> => (await dataOf<{ serial: Seen }>(hub, viewer, 'serial', code)).serial
const seeLot = async <Lot>(viewer: string, code: string): Promise<Lot & Timeline> => (await dataOf<{ batch: Lot & Timeline }>(hub, viewer, 'batch', code)).batch
const events = ({ timeline }: Timeline): Happened[] => timeline.edges.map(({ node }) => node)
const steps = (seen: Timeline): string[] => events(seen).map(({ bizStep }) => bizStep)
const titles = (seen: { documents: { title: string }[] }): string => seen.documents.map(({ title }) => title).join(' ')

describe('a former holder', () => {
  it('sees the device as it was when its possession ended', async () => {
    const [then, now] = [await see('distributor:KANGLUO', pump), await see('hospital:CJUH', pump)]
    expect(then).toMatchObject({ holds: [], holder: null, site: null, parts: [] })
    expect(now).toMatchObject({ holds: ['QUARANTINED'], site: { code: 'CJUH-ICU' } })
    expect(steps(then)[0]).toBe('receiving')
    expect(steps(now)[0]).toBe('holding')
    expect(then.timeline.totalCount).toBe(events(then).length)
  })

  it('reads no paper that came after it', async () => {
    expect(titles(await see('hospital:CJUH', pump))).toContain('SR-2026-0877')
    expect(titles(await see('distributor:KANGLUO', pump))).not.toContain('SR-2026-0877')
    expect(titles(await see('distributor:KANGLUO', pump))).toContain('COC-IP4-2604')
  })

  it('sees in a carton of then nothing of now', async () => {
    type Contents = { logisticUnit: { contents: { edges: { node: { serialNumber: string; holds: string[] } }[] } } }
    const holdsFor = async (viewer: string): Promise<string[] | undefined> => (await dataOf<Contents>(hub, viewer, 'unit', '(00)106972145000012343'))
      .logisticUnit.contents.edges.find(({ node }) => node.serialNumber === 'ML4-260311-0452')?.node.holds
    expect(await holdsFor('hospital:CJUH')).toEqual(['QUARANTINED'])
    expect(await holdsFor('distributor:KANGLUO')).toEqual([])
  })
})

describe('others’ business', () => {
  it('keeps its numbers, notes and papers', async () => {
    const before = events(await see('hospital:CJUH', pump)).filter(({ from, to }) => from?.name?.includes('Mailan') && to?.name?.includes('Kangluo'))
    expect(before.map(({ bizStep, documentNumber, note, documents }) => ({ bizStep, documentNumber, note, documents })))
      .toEqual(['receiving', 'shipping'].map((bizStep) => ({ bizStep, documentNumber: null, note: null, documents: [] })))
    const own = events(await see('distributor:KANGLUO', pump)).find(({ documentNumber }) => documentNumber === 'ML-260419-02')
    expect(own?.documents.map(({ title }) => title)).toEqual(['Inspection report KL-QC-0421'])
  })

  it('keeps its wards: a supplier sees that its customer received, not in which room', async () => {
    expect(events(await see('distributor:KANGLUO', pump))[0]).toMatchObject({ bizStep: 'receiving', site: null, to: { name: 'Chengjiang University Hospital' } })
    expect(events(await see('hospital:CJUH', pump)).find(({ bizStep }) => bizStep === 'receiving')).toMatchObject({ site: { code: 'CJUH-BIOMED' } })
  })

  it('masks parties that never dealt with the viewer: kinds and country are left', async () => {
    const parties = events(await see('hospital:CJUH', '31-88027')).flatMap(({ from, to }) => [from, to]).filter((party) => party !== null)
    const strangers = parties.filter(({ kinds }) => kinds.includes('SUPPLIER'))
    expect(strangers.length).toBeGreaterThan(0)
    for (const party of strangers) expect(party).toEqual({ id: null, name: null, nameZh: null, kinds: ['SUPPLIER'], country: 'CN' })
  })

  it('keeps the procedure: even the maker sees none', async () => {
    const code = '(01)06972145030706(10)2605P02(21)P02-001'
    const implanted = (seen: Seen): Happened | undefined => events(seen).find(({ bizStep }) => bizStep === 'implanting')
    expect(implanted(await see('hospital:CJUH', code))?.procedureReference).toBe('CJ-OP-26-2744')
    expect(implanted(await see('quality', code))).toMatchObject({ procedureReference: null })
    expect(implanted(await see('distributor:KANGLUO', code))).toBeUndefined()
  })

  it('lets a consignor know who has its goods, a customer whose they are', async () => {
    const code = '(01)06972145030706(10)2605P02(21)P02-009'
    expect(await see('distributor:KANGLUO', code)).toMatchObject({ holder: { name: 'Nanyu Heart Hospital' }, site: null })
    expect(await see('hospital:NYHH', code)).toMatchObject({ owner: { name: 'Chengzhou Kangluo Medical Co., Ltd.' } })
  })
})

describe('parts of a device', () => {
  it('are the holder’s to see, their suppliers are not', async () => {
    const { parts } = await see('hospital:CJUH', pump)
    expect(parts).toHaveLength(5)
    for (const { serial, batch } of parts) {
      expect((serial ?? batch)?.product.manufacturer).toBeNull()
      if (batch) expect([batch.madeBy?.id ?? null, batch.suppliedBy?.id ?? null]).toEqual([null, null])
      if (batch) expect(events(batch).flatMap(({ from, site }) => [from?.name ?? null, site?.code ?? null]).filter((told) => told?.includes('HENGLU'))).toEqual([])
    }
    expect(parts[0]?.serial?.holder).toMatchObject({ name: 'Chengjiang University Hospital' })
    const mailan = await see('quality', pump)
    expect(mailan.parts.map(({ serial, batch }) => (serial ?? batch)?.product.manufacturer?.name)).toContain('Yuechuan Electronics Co., Ltd.')
  })
})

describe('a lot', () => {
  type Lot = { quantity: object | null; serialCount: number | null; stock: { organization: { name: string } }[]; serials: { totalCount: number; edges: { node: { holder: Party } }[] }; documents: { title: string }[] }
  const recalled = '(01)06972145030560(10)2608B04'

  it('shows a partner its own share, its maker the whole', async () => {
    const [hospital, maker] = [await seeLot<Lot>('hospital:CJUH', recalled), await seeLot<Lot>('quality', recalled)]
    expect(hospital).toMatchObject({ quantity: null, serialCount: null, serials: { totalCount: 7 } })
    expect(maker).toMatchObject({ quantity: { value: 40 }, serialCount: 40, serials: { totalCount: 40 } })
    expect(new Set(hospital.stock.map(({ organization }) => organization.name))).toEqual(new Set(['Chengjiang University Hospital']))
    expect(new Set(hospital.serials.edges.map(({ node }) => node.holder.name))).toEqual(new Set(['Chengjiang University Hospital']))
    expect(new Set(maker.stock.map(({ organization }) => organization.name)).size).toBeGreaterThan(2)
  })

  it('shows a hospital nothing that another did with its share', async () => {
    const sets = await seeLot<Lot>('hospital:CJUH', '(01)06972145030256(10)26IS0413')
    expect(events(sets).flatMap(({ to }) => to?.name ?? []).every((name) => name.includes('Chengjiang'))).toBe(true)
    expect(steps(await seeLot('distributor:KANGLUO', '(01)06972145030256(10)26IS0413'))).not.toContain('dispensing')
  })

  it('tells a supplier that its material was consumed, not into what', async () => {
    const coating = await seeLot<Lot>('supplier:QINGYU-COATING', 'CT-2608-03')
    const consumed = events(coating).filter(({ bizStep }) => bizStep === 'commissioning')
    expect(consumed.map(({ quantity }) => quantity?.value)).toEqual([14, 15])
    for (const { note, documents } of consumed) expect({ note, documents }).toEqual({ note: null, documents: [] })
    expect(events(await seeLot('quality', 'CT-2608-03')).length).toBeGreaterThan(0)
  })

  it('is its recipient’s to see while it is under way in a carton', async () => {
    const sets = await seeLot<Lot>('hospital:NYHH', '(01)06972145030256(10)26IS0413')
    expect(events(sets)[0]).toMatchObject({ bizStep: 'shipping', quantity: { value: 200 }, documentNumber: 'KL-1121-007' })
    type Contents = { logisticUnit: { contents: { totalCount: number; edges: { node: { lotNumber: string } }[] } } }
    const { logisticUnit } = await dataOf<Contents>(hub, 'hospital:NYHH', 'unit', '(00)106999900070000013')
    expect(logisticUnit.contents.totalCount).toBe(7)
    expect(logisticUnit.contents.edges.map(({ node }) => node.lotNumber)).toContain('26IS0413')
  })
})
