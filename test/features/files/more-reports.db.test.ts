import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reports } from '../../../server/features/files/reports.ts'
import { breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { FilesKit, type Job } from './files-kit.ts'
import { lately } from '../../testkit/lately.ts'

let kit: FilesKit
beforeAll(async () => { kit = await FilesKit.open() })
afterEach(() => kit.rest())
afterAll(() => kit?.stop())

const seller = 'distributor:KANGLUO'
const told = ({ problems }: Job): string[] => problems.map(({ line, column, value, code }) => `${line} ${column} ${value} ${code}`)
/** Checked, and what is good of it kept. */
const send = async (viewer: string, report: string, csv: string): Promise<{ checked: Job; kept: Job }> => {
  const id = await kit.upload(viewer, report, csv)
  kit.work()
  const checked = await kit.settled(viewer, id)
  await kit.commit(viewer, id, 'GOOD_LINES')
  return { checked, kept: await kit.settled(viewer, id) }
}

const states = cypher<{ numbers: readonly string[] }, { state: string }>()`
UNWIND $in.numbers AS number
MATCH (serial:Serial {serialNumber: number})
RETURN serial.status + CASE WHEN size(coalesce(serial.holds, [])) > 0 THEN ' ' + serial.holds[0] ELSE '' END AS state`
const stateOf = async (...numbers: string[]): Promise<string[]> => (await kit.graph.read(states, { numbers })).map(({ state }) => state)

describe('by file', () => {
  test('goods are held, found good, scrapped, and a shipment is taken back', async () => {
    const held = await send(seller, 'setQuarantine', lately('时间,隔离,UDI\n2026-11-22 08:00,是,B03-017\n2026-11-22 08:00,是,B03-018\n2026-11-22 08:00,是,no-such\n'))
    expect(told(held.checked)).toEqual(['4 UDI no-such NOT_FOUND'])
    expect(held.kept).toMatchObject({ state: 'DONE', accepted: 2, rejected: 1 })
    expect(await stateOf('B03-017', 'B03-018')).toEqual(['IN_STOCK QUARANTINED', 'IN_STOCK QUARANTINED'])
    const inspected = await send(seller, 'reportInspection', lately('检验时间,检验结果,UDI\n2026-11-22 09:00,合格,B03-017\n2026-11-22 09:00,perhaps,B03-018\n'))
    expect(told(inspected.checked)).toEqual(['3 检验结果 perhaps NOT_A_CHOICE'])
    expect(await stateOf('B03-017')).toEqual(['IN_STOCK'])
    const scrapped = await send(seller, 'scrap', lately('报废时间,报废原因,UDI\n2026-11-22 10:00,过期,B03-018\n2026-11-22 10:00,,B03-017\n'))
    expect(told(scrapped.checked)).toEqual(['3 报废原因  EMPTY_CELL'])
    expect(await stateOf('B03-018')).toEqual(['DESTROYED QUARANTINED'])
    await send(seller, 'reportShipment', lately('单号,收货方,发货时间,UDI\nV-1,CJUH,2026-11-22 11:00,B03-017\n'))
    expect(await stateOf('B03-017')).toEqual(['IN_TRANSIT'])
    const back = await send(seller, 'voidShipment', lately('返回时间,单号,UDI\n2026-11-22 12:00,V-1,B03-017\n2026-11-22 12:00,V-1,B03-019\n'))
    expect(told(back.checked)).toEqual(['3 UDI B03-019 NOT_ON_ITS_WAY'])
    expect(await stateOf('B03-017')).toEqual(['IN_STOCK'])
  })

  test('cartons are packed, and emptied of some or of all', async () => {
    const head = '箱码,时间,UDI\n'
    const packed = await send(seller, 'pack', lately(`${head}106999900070012375,2026-11-22,B03-019\n106999900070012375,2026-11-22,B03-020\n106999900070012375,2026-11-22,no-such\n`))
    expect(told(packed.checked)).toEqual(['4 UDI no-such NOT_FOUND'])
    expect((await send(seller, 'unpack', lately(`${head}106999900070012375,2026-11-22 10:00,B03-019\n106999900070012375,2026-11-22 10:00,B03-022\n`))).kept).toMatchObject({ accepted: 1, rejected: 1 })
    expect((await send(seller, 'unpack', lately(`${head}106999900070012375,2026-11-22 11:00,\n`))).kept).toMatchObject({ accepted: 1, rejected: 0 })
    expect((await send(seller, 'unpack', lately(`${head}106999900070099999,2026-11-22,\n`))).kept).toMatchObject({ accepted: 0, rejected: 1 })
  })

  test('devices are made by their serial numbers, also in a second file of the same lot, each once', async () => {
    const head = '产品编码,批号,生产时间,有效期至,序列号\n'
    const line = (number: number): string => lately(`06972145030560,FILE-LOT,2026-11-20 08:00,2029-01-31,FS-${`${number}`.padStart(4, '0')}\n`)
    // More than one report of the mutation takes.
    const numbers = Array.from({ length: 620 }, (_, index) => index)
    const first = await send('supply', 'registerProduction', head + numbers.map(line).join(''))
    expect(first.checked).toMatchObject({ accepted: 620, rejected: 0 })
    expect(first.kept).toMatchObject({ state: 'DONE', accepted: 620, rejected: 0 })
    const second = await send('supply', 'registerProduction', head + line(700) + line(3) + lately('06972145030560,FILE-LOT,2026-11-20 08:00,2030-01-01,FS-9999\n'))
    expect(told(second.checked)).toEqual(['3 序列号 FS-0003 CONFLICT', '4 有效期至 2030-01-01 INVALID_INPUT'])
    expect(second.kept).toMatchObject({ accepted: 1, rejected: 2 })
    expect(await stateOf('FS-0000', 'FS-0619', 'FS-0700')).toEqual(['MADE', 'MADE', 'MADE'])
  })

  test('a part is swapped', async () => {
    const { checked } = await send('service', 'swapPart', lately('设备,装上部件,更换时间\nML4-260311-0452,no-such,2026-11-22\nML4-260311-0452,,2026-11-22\n'))
    expect(told(checked)).toEqual(['2 装上部件 no-such NOT_FOUND', '3 装上部件  INVALID_INPUT'])
  })

  test('a supplier’s lot comes with certificates, by their file names or their sums', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
    const uploaded = await kit.hub.app.inject({ method: 'POST', url: '/attachments?title=CoA-1.pdf', headers: { ...await kit.hub.headers('supplier:SULU-POLYMER'), 'content-type': 'application/pdf' }, payload: pdf })
    expect(uploaded.statusCode, uploaded.body).toBe(201)
    const line = (lot: string, documents: string): string => lately(`SULU-PEBA-7233,${lot},2026-11-02,5,KGM,${documents}\n`)
    const [stored] = await kit.graph.read(cypher<object, { sha256: string }>()`MATCH (document:Document {title: 'CoA-1.pdf'}) RETURN document.sha256 AS sha256`, {})
    const { checked } = await send('supplier:SULU-POLYMER', 'registerSupplierLot', `物料编码,批号,生产日期,数量,单位,证明文件\n${line('CERT-1', 'CoA-1.pdf')}${line('CERT-2', stored?.sha256 ?? '')}${line('CERT-3', 'CoA-2.pdf')}`)
    expect(told(checked)).toEqual(['4 证明文件 CoA-2.pdf NOT_FOUND'])
    const proved = await kit.graph.read(cypher<object, { lot: string }>()`MATCH (:Document {title: 'CoA-1.pdf'})-[:PROVES]->(batch:Batch) RETURN batch.lotNumber AS lot ORDER BY lot`, {})
    expect(proved.map(({ lot }) => lot)).toEqual(['CERT-1', 'CERT-2'])
  })

  test('a receipt comes with what was checked', async () => {
    await send(seller, 'reportShipment', lately('单号,收货方,发货时间,UDI\nA-1,CJUH,2026-11-22,B03-022\n'))
    const { checked } = await send('hospital:CJUH', 'confirmReceipt', lately('单号,收货时间,UDI,到货温度,包装完好,验收备注\nA-1,2026-11-22 12:00,B03-022,5.5,是,ok\nA-1,2026-11-22 12:00,B03-023,warm,是,ok\n'))
    expect(told(checked)).toEqual(['3 到货温度 warm NOT_A_NUMBER'])
    const kept = await kit.graph.read(cypher<object, { check: object }>()`MATCH (check:AcceptanceCheck {documentNumber: 'A-1'}) RETURN check {.temperature, .packagingIntact, .remark} AS check`, {})
    expect(kept.map(({ check }) => check)).toEqual([{ temperature: 5.5, packagingIntact: true, remark: 'ok' }])
  })

  test('every report has its templates in both languages', async () => {
    const viewer = { registerSupplierLot: 'supplier:SULU-POLYMER', registerProduction: 'supply', swapPart: 'service', reportSellThrough: seller } as Readonly<Record<string, string>>
    for (const [name, { columns }] of Object.entries(reports)) {
      for (const [language, first] of [['zh', columns[0]?.zh], ['en', columns[0]?.en]] as const) {
        const { status, text } = await kit.ask(viewer[name] ?? 'hospital:CJUH', 'GET', `/files/templates/${name}.csv?language=${language}`)
        expect([status, text.slice(1, 1 + (first ?? '').length)], name).toEqual([200, first])
      }
    }
  })

  test('and the graph is what its events say', async () => {
    const breaches: string[] = []
    for await (const breach of checkInvariants(kit.graph, { schema: [] })) breaches.push(breachLine(breach))
    expect(breaches).toEqual([])
  })
})
