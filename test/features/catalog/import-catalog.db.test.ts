import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { CatalogItem, CatalogRecord } from '../../../server/features/catalog/import/catalog-record.ts'
import { importCatalog } from '../../../server/features/catalog/import/import-catalog.ts'
import { importCatalogFile } from '../../../server/features/catalog/import/import-catalog-file.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { gtin, openFdaDevice, scratchFolder } from './import-reading.ts'

const scratch = scratchFolder()
let graph: Graph
beforeAll(() => {
  graph = openGraph(inject('database'))
})
afterAll(() => graph.close())

const recordOf = (di: string, change: Partial<CatalogRecord['product']> = {}, rest: Partial<CatalogRecord> = {}): CatalogRecord => ({
  source: 'GUDID',
  version: '2026-01-01|000001',
  maker: { name: `Importer Test ${di} Inc.` },
  product: { di, scheme: 'GS1', name: 'Device', lotControlled: true, serialControlled: false, expiryControlled: true, madeOnLabel: false, ...change },
  identifiers: [{ code: di, scheme: 'GS1', type: 'PRIMARY', units: 1 }],
  registrations: [],
  ...rest,
})

async function* items(records: CatalogRecord[]): AsyncGenerator<CatalogItem> {
  for (const [index, record] of records.entries()) yield { index, line: index + 1, record }
}
const importing = (...records: CatalogRecord[]) => importCatalog(items(records), graph)

const productOf = cypher<{ code: string }, { product: Record<string, unknown>; maker: Record<string, unknown> }>()`
  MATCH (:DeviceIdentifier {code: $in.code})-[:IDENTIFIES]->(product:Product)-[:MADE_BY]->(maker:Organization)
  RETURN properties(product) AS product, properties(maker) AS maker`
const find = async (code: string) => {
  const rows = await graph.read(productOf, { code })
  expect(rows, `one product for ${code}`).toHaveLength(1)
  return rows[0]!
}

/** Everything next to the products: what an import that changes nothing leaves as it was. */
const pictureOf = cypher<{ codes: string[] }, { product: object; near: object; link: string; site: object | null }>()`
  UNWIND $in.codes AS code
  MATCH (:DeviceIdentifier {code: code})-[:IDENTIFIES]->(product:Product)
  MATCH (product)-[link]-(near)
  OPTIONAL MATCH (near)-[:OPERATES]->(site:Site)
  RETURN properties(product) AS product, type(link) AS link, properties(near) AS near, properties(site) AS site
  ORDER BY product.id, link, near.id, near.code`
const picture = (codes: string[]) => graph.read(pictureOf, { codes })

describe('a file imported', () => {
  const codes = ['06972145030188', '06972145030256', 'MA.156.M0.990731.10031024']

  it('brings products, identifiers, maker, its site and registrations', async () => {
    await importCatalogFile(graph, { kind: 'udid', path: 'seeds/catalog/udid-demo.xml' })
    const { product, maker } = await find('26972145030250')
    expect(product).toMatchObject({ di: '06972145030256', kind: 'DEVICE', maker: maker.id, storage: ['储存温度：5–40 ℃'], sterile: true })
    expect(product.id).toMatch(/^prd_[\w-]{22}$/)
    expect(maker).toMatchObject({ code: 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', uscc: '91330299MA7M1LAN4L', nameZh: '宁川迈岚医疗器械有限公司', country: 'CN' })
    expect(maker.kinds).toContain('MANUFACTURER')
    const near = await picture(['06972145030256'])
    expect(near.filter(({ link }) => link === 'IDENTIFIES').map((row) => row.near)).toEqual([
      expect.objectContaining({ type: 'PRIMARY', units: 1 }),
      expect.objectContaining({ type: 'PACKAGE', level: '盒', units: 10, contains: '06972145030256' }),
      expect.objectContaining({ type: 'PACKAGE', level: '箱', units: 100, contains: '16972145030253' }),
    ])
    expect(near.find(({ link }) => link === 'REGISTERED')!.near).toMatchObject({ number: '国械注准20203140277', market: 'CN' })
    expect(near.find(({ link }) => link === 'MADE_BY')!.site).toMatchObject({ main: true, organization: maker.id })
  })

  it('a second time changes nothing', async () => {
    const before = await picture(codes)
    const again = await importCatalogFile(graph, { kind: 'udid', path: 'seeds/catalog/udid-demo.xml' })
    expect(again).toEqual({ imported: 0, updated: 0, unchanged: 9, rejected: [] })
    expect(await picture(codes)).toEqual(before)
  })

  it('tells of progress and of each record that it refused', async () => {
    const text = [openFdaDevice(gtin('0990000000001')), { company_name: 'Nobody' }, openFdaDevice(gtin('0990000000002'))].map((device) => JSON.stringify(device)).join('\n')
    const seen: number[] = []
    const result = await importCatalogFile(graph, { kind: 'gudid', path: scratch.file('three.ndjson', text) }, ({ imported }) => seen.push(imported))
    expect(result).toMatchObject({ imported: 2, rejected: [{ index: 1, line: 2, reason: 'one primary device identifier is expected, 0 found' }] })
    expect(seen.at(-1)).toBe(2)
  })
})

describe('a version', () => {
  it('that is newer updates, takes back what it no longer says, and keeps the id; an older one is passed over', async () => {
    const di = gtin('0991000000001')
    expect(await importing(recordOf(di, { brand: 'Old', gmdnName: 'Stent' }))).toMatchObject({ imported: 1 })
    const { product: { id } } = await find(di)
    expect(await importing(recordOf(di, { brand: 'New' }, { version: '2026-02-01|000002' }))).toMatchObject({ imported: 0, updated: 1 })
    expect(await importing(recordOf(di, { brand: 'Old' }))).toMatchObject({ updated: 0, unchanged: 1 })
    const { product } = await find(di)
    expect(product).toMatchObject({ id, brand: 'New' })
    expect(product).not.toHaveProperty('gmdnName')
  })

  it('corrected without a new number updates as well', async () => {
    const di = gtin('0991000000002')
    await importing(recordOf(di, { model: 'A' }))
    expect(await importing(recordOf(di, { model: 'B' }))).toMatchObject({ updated: 1 })
    expect((await find(di)).product.model).toBe('B')
  })

  it('follows its earlier one within one file', async () => {
    const di = gtin('0991000000003')
    expect(await importing(recordOf(di), recordOf(di, { model: 'B' }, { version: '2026-03-01|000002' }))).toMatchObject({ imported: 1, updated: 1 })
    expect((await find(di)).product.model).toBe('B')
  })

  it('may name another maker', async () => {
    const di = gtin('0991000000004')
    await importing(recordOf(di))
    await importing(recordOf(di, {}, { version: '2026-03-01|000002', maker: { name: 'Importer Test Successor AG' } }))
    expect((await find(di)).maker).toMatchObject({ code: 'IMPORTER-TEST-SUCCESSOR' })
  })

  it('of another register fills in only what is missing, and may start from another package level', async () => {
    const di = gtin('0991000000005')
    const box = gtin('1991000000005')
    await importing(recordOf(di, { brand: 'Brand' }, { identifiers: [
      { code: di, scheme: 'GS1', type: 'PRIMARY', units: 1 }, { code: box, scheme: 'GS1', type: 'PACKAGE', contains: di, units: 10 },
    ] }))
    const udid = recordOf(box, { brand: '品牌', nameZh: '支架' }, { source: 'UDID', maker: { name: 'Importer Test Agent' } })
    expect(await importing(udid)).toMatchObject({ updated: 1 })
    const { product, maker } = await find(box)
    expect(product).toMatchObject({ di, brand: 'Brand', nameZh: '支架', catalogSource: 'GUDID' })
    expect(maker.code).not.toBe('IMPORTER-TEST-AGENT')
    expect(await importing(udid)).toMatchObject({ unchanged: 1 })
  })
})

describe('what is there already', () => {
  it('keeps its id', async () => {
    const code = gtin('0992000000001')
    const byHand = cypher<{ code: string }, never>()`
      CREATE (:DeviceIdentifier {code: $in.code, type: 'PRIMARY'})-[:IDENTIFIES]->(:Product {id: 'prd_by-hand', di: $in.code, serviceIntervalMonths: 12})`
    await graph.write((writer) => writer.run(byHand, { code }))
    await importing(recordOf(code))
    expect((await find(code)).product).toMatchObject({ id: 'prd_by-hand', name: 'Device', serviceIntervalMonths: 12 })
  })

  it("stays the other product's where two claim one package", async () => {
    const [one, two, box] = [gtin('0992000000002'), gtin('0992000000003'), gtin('1992000000002')]
    const boxed = (di: string): CatalogRecord => recordOf(di, {}, { identifiers: [
      { code: di, scheme: 'GS1', type: 'PRIMARY' }, { code: box, scheme: 'GS1', type: 'PACKAGE', contains: di },
    ] })
    const { imported, rejected } = await importing(boxed(one), boxed(two))
    expect(imported).toBe(2)
    expect(rejected).toEqual([{ index: 1, line: 2, reason: `identifier ${box} stays with the product ${one}, which has it already` }])
    expect((await find(box)).product.di).toBe(one)
    expect((await importing(recordOf(box))).rejected[0]!.reason).toMatch(/is in the catalogue as a package of another product/)
  })
})

describe('a maker', () => {
  const makerAfter = async (di: string, maker: CatalogRecord['maker']) => {
    await importing(recordOf(di, {}, { maker }))
    return (await find(di)).maker
  }

  it('is one, by DUNS number or by name in any spelling', async () => {
    const first = await makerAfter(gtin('0993000000001'), { name: 'Importer Test Müller & Co., Ltd.', duns: '990000001' })
    expect(first).toMatchObject({ code: 'IMPORTER-TEST-MULLER', kinds: ['MANUFACTURER'], onHub: false })
    const renamed = await makerAfter(gtin('0993000000002'), { name: 'Something Else', duns: '990000001' })
    const spelled = await makerAfter(gtin('0993000000003'), { name: 'IMPORTER TEST MULLER', phone: '+49 1' })
    expect([renamed.id, spelled.id]).toEqual([first.id, first.id])
    expect(spelled).toMatchObject({ name: 'Importer Test Müller & Co., Ltd.', phone: '+49 1' })
  })

  it('is another where the credit code differs', async () => {
    const first = await makerAfter(gtin('0993000000004'), { name: 'Importer Test Kang', uscc: '91330200000000000A' })
    const second = await makerAfter(gtin('0993000000005'), { name: 'Importer Test Kang', uscc: '91330200000000001A' })
    expect(first.code).toBe('IMPORTER-TEST-KANG')
    expect(second.code).toBe('IMPORTER-TEST-KANG-00001A')
    expect(await makerAfter(gtin('0993000000006'), { name: 'Importer Test Kang', uscc: '91330200000000001A' })).toMatchObject({ id: second.id })
  })

  it('without Latin letters has its code from its credit code', async () => {
    expect(await makerAfter(gtin('0993000000007'), { name: '某某公司', uscc: '913302000000000077' })).toMatchObject({ code: 'CN-913302000000000077' })
  })
})
