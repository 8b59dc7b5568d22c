import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrate } from '../../../server/database/migrate.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { inProject } from '../../../server/kernel/project.ts'
import { openOwnDemo, type OwnDemo } from '../../testkit/own-demo.ts'

let demo: OwnDemo
beforeAll(async () => { demo = await openOwnDemo() })
afterAll(() => demo?.stop())

const contract = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')
const own = (name: string, input: string): string => `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on GoodsReported { acceptedCount events { bizStep } } ... on UserError { code message path } } }`
const at = (): string => new Date().toISOString()

const send = async (viewer: string, query: string, input: object): Promise<object> => {
  const { data, errors } = await demo.hub.ask<Record<string, object>>(viewer, query, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0] ?? {}
}

const held = cypher<{ numbers: readonly string[] }, { where: string }>()`
UNWIND $in.numbers AS number
MATCH (serial:Serial {serialNumber: number})-[:HELD_BY]->(holder:Organization)
RETURN number + ' ' + holder.code + ' ' + serial.status AS where`
const forgetProducts = cypher<object, object>()`
MATCH (migration:Migration {version: 40}) DELETE migration
WITH count(*) AS migrations
MATCH (:AcceptanceCheck)-[includes:INCLUDES]->(product)<-[receives:RECEIVES]-()
DELETE includes, receives`
const storedOf = cypher<{ subject: string }, { text: string }>()`MATCH (record:AuditRecord {subject: $in.subject}) RETURN record.changes + coalesce(record.reason, '') AS text`
const whereAre = async (...numbers: string[]): Promise<string[]> => (await demo.graph.read(held, { numbers })).map(({ where }) => where)

describe('cartons within a pallet', () => {
  const [inner, pallet, later] = ['106999900070099970', '106999900070099963', '106999900070099949']
  interface Check { readonly id: string; readonly documentNumber: string; readonly temperature: number; readonly unexpired: boolean | null; readonly certificatePresent: boolean | null; readonly remark: string; readonly conditions: readonly string[]; readonly suppliers: readonly { readonly name: string }[]; readonly products: readonly { readonly di: string }[] }
  const kept = async (viewer: string, filter: object = {}): Promise<readonly Check[]> => {
    const { data, errors } = await demo.hub.ask<{ acceptanceChecks: { totalCount: number; edges: { node: Check }[] } }>(viewer, `query ($from: DateTime, $to: DateTime, $documentNumber: String, $supplier: String, $product: String) {
      acceptanceChecks(from: $from, to: $to, documentNumber: $documentNumber, supplier: $supplier, product: $product) { totalCount edges { node { id documentNumber temperature unexpired certificatePresent remark conditions suppliers { name } products { di } } } }
    }`, filter)
    expect(errors).toBeUndefined()
    const nodes = data?.acceptanceChecks.edges.map(({ node }) => node) ?? []
    expect(data?.acceptanceChecks.totalCount).toBe(nodes.length)
    return nodes
  }
  const told = async (viewer: string, code: string): Promise<unknown[]> => {
    const { data } = await demo.hub.ask<{ serial: { timeline: { edges: { node: { bizStep: string; acceptance: object | null } }[] } } | null }>(viewer, 'query ($code: String!) { serial(code: $code) { timeline(first: 20) { edges { node { bizStep acceptance { temperature unexpired remark conditions } } } } } }', { code })
    return data?.serial?.timeline.edges.flatMap(({ node }) => (node.acceptance ? [[node.bizStep, node.acceptance]] : [])) ?? []
  }

  const remarkOf = async (viewer: string, id: string | undefined) => {
    const { data, errors } = await demo.hub.ask<{ auditTrail: { edges: { node: { reason: string | null; actor: { id: string; isSystem: boolean } | null; changes: { field: string; after: string | null; erased: boolean }[] } }[] } }>(viewer, 'query ($id: ID!) { auditTrail(subject: $id, first: 20) { edges { node { reason actor { id isSystem } changes { field after erased } } } } }', { id })
    expect(errors).toBeUndefined()
    return data?.auditTrail.edges.map(({ node }) => node).find(({ changes }) => changes.some(({ field }) => field === 'remark'))
  }

  test('arrive as one, with all that is in them', async () => {
    const pack = (sscc: string, lines: object[], viewer = 'distributor:KANGLUO') => send(viewer, own('pack', 'PackInput'), { at: at(), sscc, lines })
    const unitsOn = async (viewer: string): Promise<unknown> => (await demo.hub.ask<object>(viewer, 'query ($pallet: String!, $inner: String!) { pallet: logisticUnit(code: $pallet) { units { sscc } } inner: logisticUnit(code: $inner) { sscc } }', { pallet: `(00)${pallet}`, inner: `(00)${inner}` })).data
    expect(await pack(inner, [{ code: 'B03-023' }, { code: 'B03-024' }, { code: '26IS0413', quantity: 6 }])).toMatchObject({ acceptedCount: 3 })
    expect(await pack(pallet, [{ code: `(00)${inner}` }, { code: 'B03-025' }])).toMatchObject({ acceptedCount: 2 })
    expect(await pack(inner, [{ code: `(00)${pallet}` }])).toMatchObject({ code: 'INVALID_INPUT', path: ['lines'] })
    expect(await unitsOn('hospital:CZFP')).toEqual({ pallet: null, inner: null })
    expect(await send('distributor:KANGLUO', own('reportShipment', 'ReportShipmentInput'), { at: at(), to: 'CZFP', documentNumber: 'KL-PAL-0', sscc: inner, lines: [{ code: `(00)${pallet}` }] })).toMatchObject({ code: 'INVALID_INPUT', path: ['lines'] })
    expect(await send('distributor:KANGLUO', own('reportShipment', 'ReportShipmentInput'), { at: at(), to: 'CZFP', documentNumber: 'KL-PAL-1', sscc: pallet, lines: [] })).toMatchObject({ events: [{ bizStep: 'shipping' }] })
    expect(await whereAre('B03-023', 'B03-025')).toEqual(['B03-023 KANGLUO IN_TRANSIT', 'B03-025 KANGLUO IN_TRANSIT'])
    const acceptance = { temperature: 5.5, unexpired: true, certificatePresent: false, remark: 'The pallet’s foil was torn.' }
    expect(await send('hospital:CZFP', contract('confirm-receipt'), { receivedAt: at(), documentNumber: 'KL-PAL-1', lines: [{ code: `(00)${pallet}` }], acceptance })).toMatchObject({ acceptedCount: 1, rejected: [] })
    expect(await whereAre('B03-023', 'B03-024', 'B03-025')).toEqual(['B03-023 CZFP IN_STOCK', 'B03-024 CZFP IN_STOCK', 'B03-025 CZFP IN_STOCK'])
    expect(await unitsOn('hospital:CZFP')).toEqual({ pallet: { units: [{ sscc: inner }] }, inner: { sscc: inner } })
    expect(await unitsOn('hospital:CJUH')).toEqual({ pallet: null, inner: null })
    expect(await pack(later, [{ code: 'B03-025' }], 'hospital:CZFP')).toMatchObject({ acceptedCount: 1 })
    expect(await pack(pallet, [{ code: `(00)${later}` }], 'hospital:CZFP')).toMatchObject({ acceptedCount: 1 })
    expect(await unitsOn('hospital:CZFP')).toMatchObject({ pallet: { units: expect.arrayContaining([{ sscc: inner }, { sscc: later }]) } })
    expect(await unitsOn('distributor:KANGLUO')).toEqual({ pallet: { units: [{ sscc: inner }] }, inner: { sscc: inner } })
    expect(await send('hospital:CZFP', contract('record-usage'), { code: '26IS0413', quantity: 6, usedAt: at(), kind: 'CONSUMED' })).toMatchObject({ batch: { lotNumber: '26IS0413' } })
  })

  test('what was checked then is found again by day, number, supplier and what was inside, and stands on the timeline', async () => {
    const [check] = await kept('hospital:CZFP')
    expect(check).toMatchObject({ documentNumber: 'KL-PAL-1', temperature: 5.5, unexpired: true, certificatePresent: false, conditions: ['ACCEPTED'], remark: 'The pallet’s foil was torn.' })
    expect([check?.suppliers.length, check?.products.map(({ di }) => di)]).toEqual([1, expect.arrayContaining(['06972145030560'])])
    const today = at().slice(0, 10)
    const fits = [{ documentNumber: 'pal-1' }, { supplier: 'Kangluo' }, { supplier: '康络' }, { product: '06972145030560' }, { from: `${today}T00:00:00Z`, to: at() }, { product: 'balloon', documentNumber: 'KL' }]
    for (const filter of fits) expect.soft((await kept('hospital:CZFP', filter)).map(({ id }) => id), JSON.stringify(filter)).toEqual([check?.id])
    for (const filter of [{ documentNumber: 'KL-PAL-2' }, { supplier: 'Mailan' }, { product: 'stent' }, { to: `${today}T00:00:00Z` }, { from: '2099-01-01T00:00:00Z' }]) expect.soft(await kept('hospital:CZFP', filter), JSON.stringify(filter)).toEqual([])
    expect(await told('hospital:CZFP', 'B03-024')).toEqual([['receiving', { temperature: 5.5, unexpired: true, remark: 'The pallet’s foil was torn.', conditions: ['ACCEPTED'] }]])
    const paper = await fetch(`${demo.hub.url}/acceptance-records/${check?.id}.pdf`, { headers: await demo.hub.headers('hospital:CZFP') })
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  test('is found by its product too where it was kept before that was noted', async () => {
    await demo.graph.write((writer) => writer.run(forgetProducts, {}))
    expect(await kept('hospital:CZFP', { product: '06972145030560' })).toEqual([])
    expect(await migrate(demo.database, inProject('graph-schema/migrations'))).toEqual(['040-acceptance-products'])
    expect(await kept('hospital:CZFP', { product: '06972145030560', supplier: 'kangluo' })).toHaveLength(1)
    expect(await kept('hospital:CZFP', { product: 'stent' })).toEqual([])
  })

  test('is the receiver\'s own: neither sender nor maker nor another hospital learns of it', async () => {
    const [check] = await kept('hospital:CZFP')
    for (const stranger of ['distributor:KANGLUO', 'quality', 'hospital:CJUH']) {
      expect(await kept(stranger)).toEqual([])
      expect(await told(stranger, 'B03-024')).toEqual([])
      expect((await fetch(`${demo.hub.url}/acceptance-records/${check?.id}.pdf`, { headers: await demo.hub.headers(stranger) })).status).toBe(404)
    }
  })

  test('its remark may name somebody: the record refers to it, and keeps nothing of it once its author is erased', async () => {
    const [check] = await kept('hospital:CZFP')
    const before = await remarkOf('hospital-admin:CZFP', check?.id)
    expect(before).toMatchObject({ reason: null, changes: expect.arrayContaining([{ field: 'remark', after: 'The pallet’s foil was torn.', erased: false }]) })
    expect((await demo.graph.read(storedOf, { subject: check?.id ?? '' })).filter(({ text }) => text.includes('foil'))).toEqual([])
    const erased = await send('hospital-admin:CZFP', 'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { __typename ... on UserError { code message } } }', { person: before?.actor?.id, reason: 'asked by letter' })
    expect(erased).toEqual({ __typename: 'ErasePersonSuccess' })
    expect(await remarkOf('hospital-admin:CZFP', check?.id)).toMatchObject({ changes: expect.arrayContaining([{ field: 'remark', after: null, erased: true }]) })
  })

  test('a system\'s remark has no person behind it: it is erased by what it was remarked on, there and in the record', async () => {
    expect(await send('distributor:KANGLUO', own('reportShipment', 'ReportShipmentInput'), { at: at(), to: 'CJUH', documentNumber: 'KL-SYS-1', lines: [{ code: 'B03-026' }] })).toMatchObject({ acceptedCount: 1 })
    const granted = await fetch(`${demo.hub.url}/oidc/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo-hospital', client_secret: 'demo-hospital-secret' }) })
    const { access_token: token } = await granted.json() as { access_token: string }
    const input = { idempotencyKey: crypto.randomUUID(), receivedAt: at(), documentNumber: 'KL-SYS-1', lines: [{ code: 'B03-026' }], acceptance: { remark: 'Ask for Ms. Lin.' } }
    const received = await fetch(`${demo.hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: contract('confirm-receipt'), variables: { input } }) })
    expect(await received.json()).toMatchObject({ data: { confirmReceipt: { acceptedCount: 1 } } })
    const [check] = await kept('hospital:CJUH')
    expect(check?.remark).toBe('Ask for Ms. Lin.')
    expect(await remarkOf('hospital-admin:CJUH', check?.id)).toMatchObject({ actor: { isSystem: true }, changes: expect.arrayContaining([{ field: 'remark', after: 'Ask for Ms. Lin.', erased: false }]) })
    const erase = (viewer: string) => send(viewer, 'mutation ($input: EraseWordsInput!) { eraseWords(input: $input) { __typename ... on EraseWordsSuccess { erasedValues } ... on UserError { code } } }', { subject: check?.id, reason: 'asked by letter' })
    expect([await erase('hospital-admin:CZFP'), await erase('hospital-user:CJUH')]).toMatchObject([{ code: 'NOT_FOUND' }, { code: 'NOT_ALLOWED' }])
    expect(await erase('hospital-admin:CJUH')).toEqual({ __typename: 'EraseWordsSuccess', erasedValues: 1 })
    expect((await kept('hospital:CJUH'))[0]?.remark).toBeNull()
    expect(await remarkOf('hospital-admin:CJUH', check?.id)).toMatchObject({ changes: expect.arrayContaining([{ field: 'remark', after: null, erased: true }]) })
  })

  test('all of it is what the events say', async () => {
    expect(await demo.breaches()).toEqual([])
  })
})
