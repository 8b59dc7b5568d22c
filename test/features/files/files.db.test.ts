import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { FilesKit, type Job } from './files-kit.ts'
import { lately } from '../../testkit/lately.ts'

let kit: FilesKit
beforeAll(async () => { kit = await FilesKit.open() })
afterEach(() => kit.rest())
afterAll(() => kit?.stop())

const supplier = 'supplier:SULU-POLYMER'
const told = ({ problems }: Job): string[] => problems.map(({ line, column, value, code }) => `${line} ${column} ${value} ${code}`)

const lotHead = '物料编码,批号,生产日期,数量,单位\n'
const lot = (number: string, quantity: number | string = 5): string => lately(`SULU-PEBA-7233,${number},2026-11-02,${quantity},KGM\n`)
const lotsLike = cypher<{ prefix: string }, { lots: string[]; events: number }>()`
MATCH (batch:Batch) WHERE batch.lotNumber STARTS WITH $in.prefix
OPTIONAL MATCH (event:Event)-[:CONCERNS]->(batch)
RETURN collect(DISTINCT batch.lotNumber) AS lots, count(event) AS events`
const lots = async (prefix: string): Promise<string> => {
  const [found] = await kit.graph.read(lotsLike, { prefix })
  return `${found?.lots.toSorted().join(' ')} with ${found?.events} events`
}
const whole = cypher<object, { nodes: number; edges: number }>()`MATCH (n) WHERE NOT n:ImportJob AND NOT n:ImportPart AND NOT n:Lease WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges`

describe('a file', () => {
  test('is checked line by line, and nothing of it is written; then its good lines are kept, and what was not is tried again', async () => {
    const id = await kit.upload(supplier, 'registerSupplierLot', lotHead + lot('F1-1') + lot('R26-0118') + lot('F1-2', 'many') + lot('F1-3', -1) + lot('F1-4'))
    const [before] = await kit.graph.read(whole, {})
    kit.work()
    const checked = await kit.settled(supplier, id)
    expect(checked).toMatchObject({ state: 'CHECKED', lines: 5, accepted: 2, rejected: 3 })
    expect(told(checked)).toEqual(['3 批号 R26-0118 CONFLICT', '4 数量 many NOT_A_NUMBER', '5 数量 -1 INVALID_INPUT'])
    expect(checked.problems[1]?.messageZh).toContain('不是数字')
    expect(await kit.graph.read(whole, {})).toEqual([before])

    expect((await kit.commit(supplier, id, 'ALL_OR_NOTHING')).status).toBe(200)
    expect(await kit.settled(supplier, id)).toMatchObject({ state: 'CHECKED', accepted: 0, rejected: 3, reason: { code: 'NOTHING_KEPT' } })
    expect(await lots('F1-')).toBe(' with 0 events')

    await kit.commit(supplier, id, 'GOOD_LINES')
    expect(await kit.settled(supplier, id)).toMatchObject({ state: 'DONE', done: 5, accepted: 2, rejected: 3 })
    expect(await lots('F1-')).toBe('F1-1 F1-4 with 2 events')

    const { text } = await kit.ask(supplier, 'GET', `/files/imports/${id}/rejected.csv?language=zh`)
    expect(text.split('\r\n')[0]).toBe('\ufeff物料编码,批号,生产日期,数量,单位,未接收原因')
    expect(text.split('\r\n')[3]).toMatch(new RegExp(lately('^SULU-PEBA-7233,F1-3,2026-11-02,\'-1,KGM,数量: ')))
    const again = await kit.upload(supplier, 'registerSupplierLot', text.replace('many', '7'))
    expect(await kit.settled(supplier, again)).toMatchObject({ state: 'CHECKED', accepted: 1, rejected: 2 })
    await kit.commit(supplier, again, 'GOOD_LINES')
    await kit.settled(supplier, again)
    await kit.commit(supplier, id, 'GOOD_LINES')
    const retried = await kit.settled(supplier, id)
    expect(retried).toMatchObject({ state: 'DONE', done: 3, accepted: 2, rejected: 3 })
    expect(await lots('F1-')).toBe('F1-1 F1-2 F1-4 with 3 events')
  })

  test('that comes twice at once, and is committed twice at once, has one effect', async () => {
    kit.work()
    kit.work()
    const csv = lotHead + Array.from({ length: 60 }, (_, index) => lot(`F2-${index}`)).join('')
    const [one, other] = await Promise.all([kit.upload(supplier, 'registerSupplierLot', csv), kit.upload('supplier-admin:SULU-POLYMER', 'registerSupplierLot', csv)])
    expect(one).toBe(other)
    expect(await kit.settled(supplier, one)).toMatchObject({ state: 'CHECKED', accepted: 60 })
    await Promise.all([kit.commit(supplier, one, 'GOOD_LINES'), kit.commit('supplier-admin:SULU-POLYMER', one, 'GOOD_LINES')])
    expect(await kit.settled(supplier, one)).toMatchObject({ state: 'DONE', accepted: 60, rejected: 0 })
    expect(await lots('F2-')).toContain(' with 60 events')
    expect((await kit.commit(supplier, one, 'GOOD_LINES')).status).toBe(409)
    expect(await kit.upload(supplier, 'registerSupplierLot', csv)).toBe(one)
  })

  test('goes on with another worker when its own dies in the middle, each line once', async () => {
    const csv = lotHead + Array.from({ length: 110 }, (_, index) => lot(`F3-${index}`)).join('')
    const id = await kit.upload(supplier, 'registerSupplierLot', csv)
    kit.work()
    await kit.settled(supplier, id)
    await kit.rest()
    // Its connections are cut while it keeps lines: a transaction is under way, and the job is still held.
    const doomed = openGraph(kit.database, { deadline: 60_000 })
    kit.work({ graph: doomed, lease: 9_000 })
    await kit.commit(supplier, id, 'GOOD_LINES')
    while ((await kit.look(supplier, id)).done === 0) await pause(5)
    await doomed.close()
    const left = await kit.look(supplier, id)
    expect(left).toMatchObject({ state: 'RUNNING', rejected: 0 })
    expect(left.done).toBeLessThan(110)
    kit.work()
    expect(await kit.settled(supplier, id)).toMatchObject({ state: 'DONE', done: 110, accepted: 110, rejected: 0 })
    expect(await lots('F3-')).toContain(' with 110 events')
  })

  test('with columns that nobody knows asks for them, and remembers what it was told', async () => {
    const csv = 'Artikel,Charge,Datum,Menge,ME\n'
    const id = await kit.upload(supplier, 'registerSupplierLot', csv + lot('F4-1'))
    expect(await kit.look(supplier, id)).toMatchObject({ state: 'NEEDS_COLUMNS' })
    const { json } = await kit.ask(supplier, 'GET', `/files/imports/${id}/columns`)
    expect(json().columns[1]).toEqual({ name: 'Charge', field: null, samples: ['F4-1'] })
    const columns = { Artikel: 'product', Charge: 'lotNumber', Datum: 'manufacturedOn', Menge: 'quantity', ME: 'unit' }
    expect((await kit.ask(supplier, 'PUT', `/files/imports/${id}/columns`, { columns: { Artikel: 'product' } })).json()).toMatchObject({ code: 'INVALID_INPUT' })
    expect((await kit.ask(supplier, 'PUT', `/files/imports/${id}/columns`, { columns })).status).toBe(200)
    kit.work()
    expect(await kit.settled(supplier, id)).toMatchObject({ state: 'CHECKED', accepted: 1, rejected: 0 })
    expect(await kit.look(supplier, await kit.upload(supplier, 'registerSupplierLot', csv + lot('F4-2')))).not.toMatchObject({ state: 'NEEDS_COLUMNS' })
    expect(await kit.look('supplier:QINGYU-COATING', await kit.upload('supplier:QINGYU-COATING', 'registerSupplierLot', csv + lot('F4-2')))).toMatchObject({ state: 'NEEDS_COLUMNS' })
  })
})

describe('goods by file', () => {
  test('a line that is refused, or refuses the whole report, takes no other with it', async () => {
    const seller = 'distributor:KANGLUO'
    const sale = (code: string, more = lately('CJUH,2026-11-22'), quantity = '') => `KL-F1,${more},${code},${quantity}\n`
    const id = await kit.upload(seller, 'reportSellThrough', `单号,客户,日期,UDI,数量\n${sale('B03-017')}${sale('B03-018', lately('nobody,2026-11-22'))}${sale('26IS0413', undefined, '3')}${sale('B03-019', 'CJUH,2099-01-01')}${sale('B04-004')}${sale('26IS0413', undefined, '99999')}`)
    kit.work()
    const checked = await kit.settled(seller, id)
    expect(told(checked)).toEqual(['3 客户 nobody CUSTOMER_NOT_FOUND', '5 日期 2099-01-01 INVALID_INPUT', '6 UDI B04-004 RECALLED', '7 数量 99999 NOT_ENOUGH_IN_STOCK'])
    await kit.commit(seller, id, 'GOOD_LINES')
    expect(await kit.settled(seller, id)).toMatchObject({ state: 'DONE', accepted: 2, rejected: 4 })

    const hospital = 'hospital:CJUH'
    const receipt = await kit.upload(hospital, 'confirmReceipt', lately(`单号,收货时间,UDI,数量,验收\nKL-F1,2026-11-22,B03-017,,合格\nKL-F1,2026-11-22,26IS0413,3,破损\n`))
    await kit.settled(hospital, receipt)
    await kit.commit(hospital, receipt, 'ALL_OR_NOTHING')
    expect(await kit.settled(hospital, receipt)).toMatchObject({ state: 'DONE', accepted: 2 })
    const usage = await kit.upload(hospital, 'recordUsage', lately('UDI,使用时间,用途\nB03-017,2026-11-22,植入\nB03-017,2026-11-22,植入\n'))
    expect(told(await kit.settled(hospital, usage))).toEqual(['3 UDI B03-017 BLOCKED'])
    await kit.commit(hospital, usage, 'GOOD_LINES')
    expect(await kit.settled(hospital, usage)).toMatchObject({ state: 'DONE', accepted: 1, rejected: 1 })
    const breaches: string[] = []
    for await (const breach of checkInvariants(kit.graph, { schema: [] })) breaches.push(breachLine(breach))
    expect(breaches).toEqual([])
  })

  test('what is exported has the template’s columns, and is on record already when it is read in again', async () => {
    kit.work()
    for (const [viewer, kind, report] of [['distributor:KANGLUO', 'sales', 'reportSellThrough'], ['hospital:CJUH', 'receipts', 'confirmReceipt'], ['hospital:CJUH', 'uses', 'recordUsage']] as const) {
      const [{ text }, template] = [await kit.ask(viewer, 'GET', lately(`/exports/${kind}.csv?language=zh&from=2026-05-01&to=2026-07-31`)), await kit.ask(viewer, 'GET', `/files/templates/${report}.csv?language=zh`)]
      expect(text.startsWith(template.text.trimEnd())).toBe(true)
      const lines = text.trimEnd().split('\r\n').length - 1
      expect(lines).toBeGreaterThan(1)
      const again = await kit.settled(viewer, await kit.upload(viewer, report, text))
      expect(again).toMatchObject({ state: 'CHECKED', lines, accepted: 0, rejected: lines })
      expect(new Set(again.problems.map(({ column, code }) => `${column} ${code}`))).toEqual(new Set(['已登记事件 ALREADY_ON_RECORD']))
      // The same line of an event that is not on record is read as the template is: every cell of it.
      const other = await kit.settled(viewer, await kit.upload(viewer, report, text.replaceAll(/evt_[\w-]+/g, 'evt_elsewhere')))
      expect(other.problems.map(({ code }) => code).filter((code) => /^(NOT_A|EMPTY|UNREADABLE|INVALID|HUB_FAILED|CUSTOMER)/.test(code))).toEqual([])
    }
  })

  test('another partner’s import does not exist, and a report is made by whom it is allowed', async () => {
    const id = await kit.upload('hospital:CJUH', 'confirmReceipt', lately('收货时间,UDI\n2026-11-22,X\n'))
    for (const stranger of ['hospital:CZFP', 'distributor:KANGLUO', 'quality']) {
      for (const path of ['', '/columns', '/rejected.csv']) {
        const [real, fake] = [await kit.ask(stranger, 'GET', `/files/imports/${id}${path}`), await kit.ask(stranger, 'GET', `/files/imports/imp_AAAA${path}`)]
        expect([real.status, real.text]).toEqual([404, fake.text])
      }
      expect((await kit.commit(stranger, id, 'GOOD_LINES')).status).toBe(404)
      expect((await kit.ask(stranger, 'GET', '/files/imports')).text).not.toContain(id)
    }
    expect((await kit.ask('hospital:CJUH', 'POST', '/files/imports/reportSellThrough', 'a\nb\n')).json()).toMatchObject({ code: 'NOT_ALLOWED' })
    expect((await kit.ask('hospital:CJUH', 'POST', '/files/imports/nothing', 'a\nb\n')).status).toBe(404)
    expect((await kit.ask('hospital:CJUH', 'POST', '/files/imports/confirmReceipt', '')).json()).toMatchObject({ code: 'EMPTY_FILE' })
  })
})
