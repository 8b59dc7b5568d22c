import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { openOwnDemo, type OwnDemo } from '../../testkit/own-demo.ts'

let demo: OwnDemo
let hub: TestHub
beforeAll(async () => {
  demo = await openOwnDemo();
  ({ hub } = demo)
})
afterAll(() => demo?.stop())

const [ward, dealer, maker] = ['hospital:CJUH', 'distributor:KANGLUO', 'quality']
const sets = '26IS0413'

const contract = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')
const own = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on GoodsReported { acceptedCount rejected { line reason { code message } } events { id } } ... on UserError { code message path } } }`

interface Result {
  readonly acceptedCount: number
  readonly rejected: readonly { readonly line: number; readonly reason: { readonly code: string; readonly message: string } }[]
  readonly code: string
  readonly message: string
}

let keys = 0
const send = async (viewer: string, query: string, input: object): Promise<Result> => {
  keys += 1
  const answer = await hub.ask<Record<string, Result>>(viewer, query, { input: { idempotencyKey: `lot-${keys}`, ...input } })
  expect(answer.errors).toBeUndefined()
  return Object.values(answer.data ?? {})[0] as Result
}
const at = (): string => new Date().toISOString()
const reasons = ({ rejected }: Result): string[] => rejected.map(({ line, reason }) => `${line} ${reason.code}`)

const quarantine = (viewer: string, quarantined: boolean, lines: object[], more: object = {}) => send(viewer, own('setQuarantine', 'SetQuarantineInput'), { at: at(), quarantined, lines, ...more })
const inspect = (viewer: string, result: string, lines: object[]) => send(viewer, own('reportInspection', 'ReportInspectionInput'), { at: at(), result, lines })
const ship = (viewer: string, to: string, lines: object[], more: object = {}) => send(viewer, own('reportShipment', 'ReportShipmentInput'), { at: at(), to, documentNumber: `D-${keys}`, lines, ...more })
const receive = (viewer: string, lines: object[], more: object = {}) => send(viewer, contract('confirm-receipt'), { receivedAt: at(), lines, ...more })
const use = (quantity: number, more: object = {}) => send(ward, contract('record-usage'), { code: sets, quantity, usedAt: at(), kind: 'CONSUMED', ...more })
const sell = (lines: object[]) => send(dealer, contract('report-sell-through'), { documentNumber: `S-${keys}`, lines: lines.map((line) => ({ soldTo: 'CJUH', soldAt: at(), ...line })) })
const scrap = (viewer: string, lines: object[]) => send(viewer, own('scrap', 'ScrapInput'), { at: at(), reason: 'Fell', lines })

interface Stocked { readonly lookup: { readonly verdict: string; readonly reasons: readonly { readonly code: string }[]; readonly stock: readonly { readonly site: { readonly code: string }; readonly quantity: { readonly value: number }; readonly blocked: { readonly value: number } | null }[] } }
const looked = async (viewer: string, code: string) =>
  (await hub.ask<Stocked>(viewer, 'query ($code: String!) { lookup(code: $code) { verdict reasons { code } stock { site { code } quantity { value unit } blocked { value unit } } } }', { code })).data?.lookup
/** Site, units, of these held. */
const stock = async (viewer: string, code = sets): Promise<string[]> => ((await looked(viewer, code))?.stock ?? []).map(({ site, quantity, blocked }) => `${site.code} ${quantity.value}${blocked ? ` ${blocked.value}` : ''}`)
const findings = async (viewer: string): Promise<string[]> =>
  (await hub.ask<{ findings: { edges: { node: { code: string; batch: { lotNumber: string } | null } }[] } }>(viewer, '{ findings(open: true) { edges { node { code batch { lotNumber } } } } }')).data?.findings.edges.flatMap(({ node }) => (node.batch ? [`${node.code} ${node.batch.lotNumber}`] : [])) ?? []

describe('units of a lot that are held', () => {
  test('are no stock to use until they are released, and no more than are there can be held', async () => {
    expect(await stock(ward)).toEqual(['CJUH-ICU 360'])
    expect((await quarantine(ward, true, [{ code: sets, quantity: 355 }], { site: 'CJUH-ICU' })).acceptedCount).toBe(1)
    expect(await stock(ward)).toEqual(['CJUH-ICU 360 355'])
    expect(await use(6)).toMatchObject({ code: 'BLOCKED', message: expect.stringContaining('355 EA are held and 5 EA may be used') })
    expect(await use(361)).toMatchObject({ code: 'CONFLICT' })
    expect((await use(5)).code).toBeUndefined()
    expect(await looked(ward, sets)).toMatchObject({ verdict: 'QUARANTINED', reasons: expect.arrayContaining([{ code: 'HELD_BY_QUALITY' }]) })
    expect(reasons(await quarantine(ward, true, [{ code: sets, quantity: 1 }]))).toEqual(['1 HELD_ALREADY'])
    expect(reasons(await quarantine(ward, true, [{ code: sets, quantity: 1_000 }]))).toEqual(['1 NOT_ENOUGH_IN_STOCK'])
    expect(reasons(await quarantine(ward, false, [{ code: sets, quantity: 356 }]))).toEqual(['1 NOT_HELD'])
  })

  test('are released by who has them, judged, sent back or scrapped', async () => {
    expect((await inspect(ward, 'CONFORMANT', [{ code: sets, quantity: 300 }])).acceptedCount).toBe(1)
    expect((await inspect(ward, 'NON_CONFORMANT', [{ code: sets, quantity: 30 }])).acceptedCount).toBe(1)
    expect(await stock(ward)).toEqual(['CJUH-ICU 355 55'])
    expect(await looked(ward, sets)).toMatchObject({ verdict: 'CLEAR', reasons: expect.arrayContaining([{ code: 'SOME_HELD' }]) })
    expect((await scrap(ward, [{ code: sets, quantity: 30 }])).acceptedCount).toBe(1)
    expect((await send(ward, own('reportReturn', 'ReportReturnInput'), { at: at(), to: 'KANGLUO', documentNumber: 'R-1', lines: [{ code: sets, quantity: 20 }] })).acceptedCount).toBe(1)
    // 325 are there: 20 of the 25 that are held go back, so 300 may be used.
    expect(await use(301)).toMatchObject({ code: 'BLOCKED' })
    expect((await use(300)).code).toBeUndefined()
    expect(await stock(ward)).toEqual(['CJUH-ICU 25 25'])
  })

  test('come back to wait for inspection, and are not sold before', async () => {
    const [before = ''] = await stock(dealer)
    expect((await receive(dealer, [{ code: sets, quantity: 20 }])).acceptedCount).toBe(1)
    const has = Number(before.split(' ')[1])
    expect(await stock(dealer)).toEqual([`KANGLUO-MAIN ${has + 20} 20`])
    expect(reasons(await sell([{ code: sets, quantity: has + 20 }]))).toEqual(['1 NOT_ENOUGH_IN_STOCK'])
    expect(reasons(await ship(dealer, 'CJUH', [{ code: sets, quantity: has - 200 + 1 }]))).toEqual(['1 BLOCKED'])
    expect((await quarantine(dealer, false, [{ code: sets, quantity: 20 }])).acceptedCount).toBe(1)
    expect(await stock(dealer)).toEqual([`KANGLUO-MAIN ${has + 20}`])
  })

  test('are those that arrived damaged or were rejected, the damaged with a finding', async () => {
    expect((await sell([{ code: sets, quantity: 9 }])).code).toBeUndefined()
    const receipt = await receive(ward, [{ code: sets, quantity: 4, condition: 'REJECTED' }, { code: sets, quantity: 3, condition: 'DAMAGED' }, { code: sets, quantity: 2 }], { site: 'CJUH-MAIN' })
    expect(receipt.acceptedCount).toBe(3)
    expect(await stock(ward)).toEqual(['CJUH-ICU 25 5', 'CJUH-MAIN 9 7'].map((cell) => cell.replace('25 5', '5 5')))
    expect(await findings(ward)).toContain(`RECEIVED_DAMAGED ${sets}`)
    expect(await use(3, { site: 'CJUH-MAIN' })).toMatchObject({ code: 'BLOCKED', message: expect.stringContaining('here') })
    expect((await use(2, { site: 'CJUH-MAIN' })).code).toBeUndefined()
  })

  test('and those that were explanted', async () => {
    expect((await use(1, { kind: 'EXPLANTED', site: 'CJUH-MAIN' })).code).toBeUndefined()
    expect(await stock(ward)).toEqual(['CJUH-ICU 5 5', 'CJUH-MAIN 8 8'])
  })

  test('stand apart in the list of stock', async () => {
    const { data } = await hub.ask<{ inventory: { edges: { node: { lotNumber: string; quantity: { value: number }; blocked: { value: number } | null } }[] } }>(ward, 'query { inventory(first: 50, search: "26IS0413") { edges { node { lotNumber quantity { value unit } blocked { value unit } } } } }')
    expect(data?.inventory.edges.map(({ node }) => [node.quantity.value, node.blocked?.value]).sort()).toEqual([[5, 5], [8, 8]])
  })

  test('are each on a page, where a page ends between two sites of one lot', async () => {
    const page = async (after?: string) => (await hub.ask<{ inventory: { edges: { cursor: string; node: { site: { id: string } } }[] } }>(ward, 'query ($after: String) { inventory(first: 1, after: $after, search: "26IS0413") { edges { cursor node { site { id } } } } }', { after })).data?.inventory.edges[0]
    const first = await page()
    const second = await page(first?.cursor)
    expect(new Set([first?.node.site.id, second?.node.site.id]).size).toBe(2)
    expect(second).toBeDefined()
    expect(await page(second?.cursor)).toBeUndefined()
  })
})

test('a new lot is released by its maker as such; another says how many', async () => {
  const code = '(01)06972145030560(10)LOT-1'
  expect((await send(maker, own('registerProduction', 'RegisterProductionInput'), { product: '06972145030560', lotNumber: 'LOT-1', at: at(), expiresOn: '2029-01-01', quantity: 40 })).acceptedCount).toBe(1)
  expect(await looked(maker, code)).toMatchObject({ verdict: 'QUARANTINED', reasons: [{ code: 'NOT_RELEASED' }] })
  expect((await inspect(maker, 'CONFORMANT', [{ code }])).acceptedCount).toBe(1)
  expect(await looked(maker, code)).toMatchObject({ verdict: 'CLEAR' })
  expect((await quarantine(maker, true, [{ code }])).acceptedCount).toBe(1)
  expect(reasons(await ship(maker, 'KANGLUO', [{ code, quantity: 10 }]))).toEqual(['1 QUARANTINED'])
  expect((await quarantine(maker, false, [{ code }])).acceptedCount).toBe(1)
  expect((await ship(maker, 'KANGLUO', [{ code, quantity: 10 }])).acceptedCount).toBe(1)
  expect(await receive(dealer, [{ code, quantity: 10 }])).toMatchObject({ acceptedCount: 1 })
  expect(reasons(await inspect(dealer, 'CONFORMANT', [{ code }]))).toEqual(['1 QUANTITY_NEEDED'])
})

describe('a carton of a lot', () => {
  const carton = '(00)106999900070066668'
  const code = '(01)06972145030560(10)LOT-1'
  test('is received once, whoever scans it again', async () => {
    expect((await ship(dealer, 'CJUH', [{ code, quantity: 6 }], { sscc: carton })).acceptedCount).toBe(1)
    for (const site of ['CJUH-ICU', 'CJUH-MAIN']) expect((await receive(ward, [{ code: carton }], { site })).acceptedCount).toBe(1)
    expect([await stock(ward, code), await stock(dealer, code)]).toEqual([['CJUH-ICU 6'], ['KANGLUO-MAIN 4']])
  })

  test('is not shipped, scrapped or packed by who had it once', async () => {
    expect(await ship(dealer, 'NYHH', [], { sscc: carton })).toMatchObject({ code: 'BLOCKED' })
    expect(reasons(await ship(dealer, 'NYHH', [{ code: carton }]))).toEqual(['1 NOT_IN_YOUR_STOCK'])
    expect(reasons(await scrap(dealer, [{ code: carton }]))).toEqual(['1 NOT_IN_YOUR_STOCK'])
    const pallet = '(00)106999900070066675'
    expect(reasons(await send(dealer, own('pack', 'PackInput'), { at: at(), sscc: pallet, lines: [{ code: carton }] }))).toEqual(['1 NOT_IN_YOUR_STOCK'])
    expect([await stock(ward, code), await stock(dealer, code)]).toEqual([['CJUH-ICU 6'], ['KANGLUO-MAIN 4']])
  })

  test('leaves once, and not with more than is left', async () => {
    const other = '(00)106999900070066682'
    expect((await ship(dealer, 'CJUH', [{ code, quantity: 3 }], { sscc: other })).acceptedCount).toBe(1)
    expect(reasons(await ship(dealer, 'CJUH', [{ code: other }]))).toEqual(['1 ON_ITS_WAY'])
    expect((await receive(ward, [{ code: other }], { site: 'CJUH-ICU' })).acceptedCount).toBe(1)
    expect((await send(ward, contract('record-usage'), { code, quantity: 8, usedAt: at(), kind: 'IMPLANTED' })).code).toBeUndefined()
    expect(reasons(await scrap(ward, [{ code: carton }]))).toEqual(['1 NOT_ENOUGH_IN_STOCK'])
  })
})

describe('units on consignment', () => {
  const code = '(01)06972145030560(10)LOT-1'
  interface Shown { readonly batch: { readonly stock: readonly { readonly organization: { readonly name: string }; readonly owner: { readonly id: string } | null; readonly site: { readonly code: string } | null; readonly quantity: { readonly value: number } }[] } | null }
  const shown = async (viewer: string): Promise<string[]> =>
    ((await hub.ask<Shown>(viewer, 'query ($code: String!) { batch(code: $code) { stock { organization { name } owner { id } site { code } quantity { value unit } } } }', { code })).data?.batch?.stock ?? [])
      .map(({ owner, site, quantity }) => `${owner ? 'lent' : 'own'} ${site?.code ?? 'elsewhere'} ${quantity.value}`)

  test('stay their owner\'s, who sees them and is told of their use', async () => {
    expect((await ship(maker, 'KANGLUO', [{ code, quantity: 10 }])).acceptedCount).toBe(1)
    expect((await receive(dealer, [{ code, quantity: 10 }])).acceptedCount).toBe(1)
    const [had = '', hospital = ''] = [await shown(dealer), await shown('hospital:NYHH')]
    expect([had, hospital]).toEqual([['own KANGLUO-MAIN 11'], []])
    expect((await ship(dealer, 'NYHH', [{ code, quantity: 6 }], { consignment: true })).acceptedCount).toBe(1)
    expect((await receive('hospital:NYHH', [{ code, quantity: 6 }], { site: 'NYHH-CATHLAB' })).acceptedCount).toBe(1)
    expect(await shown('hospital:NYHH')).toEqual(['lent NYHH-CATHLAB 6'])
    expect((await shown(dealer)).sort()).toEqual(['lent elsewhere 6', 'own KANGLUO-MAIN 5'])
    expect((await send('hospital:NYHH', contract('record-usage'), { code, quantity: 2, usedAt: at(), kind: 'IMPLANTED' })).code).toBeUndefined()
    expect((await demo.graph.read(told, {})).map(({ owner, data }) => [owner, JSON.parse(data)])).toEqual([['KANGLUO', expect.objectContaining({ quantity: 2, unit: 'EA' })]])
    expect((await shown(dealer)).sort()).toEqual(['lent elsewhere 4', 'own KANGLUO-MAIN 5'])
  })

  test('are their owner\'s again when they come back', async () => {
    expect((await send('hospital:NYHH', own('reportReturn', 'ReportReturnInput'), { at: at(), to: 'KANGLUO', documentNumber: 'R-9', lines: [{ code, quantity: 4 }] })).acceptedCount).toBe(1)
    expect((await receive(dealer, [{ code, quantity: 4 }])).acceptedCount).toBe(1)
    expect([await shown(dealer), await stock(dealer, code)]).toEqual([['own KANGLUO-MAIN 9'], ['KANGLUO-MAIN 9 4']])
  })
})

const told = cypher<object, { owner: string; data: string }>()`
MATCH (message:OutboxMessage {type: 'consignment.used'})
MATCH (owner:Organization {id: message.organization})
RETURN owner.code AS owner, message.data AS data`

const stale = cypher<{ lot: string }, { stale: number }>()`
MATCH (batch:Batch {lotNumber: $in.lot})-[cell:STOCKED_AT]->()
WHERE cell.owner IS NULL
SET cell.quantity = cell.quantity + 7.0, batch.custody = null
RETURN count(*) AS stale`

test('of a lot whose state is not kept, all is told again by what is reported next', async () => {
  await demo.graph.write(({ run }) => run(stale, { lot: 'LOT-1' }))
  expect(await demo.breaches()).not.toEqual([])
  expect((await quarantine(dealer, false, [{ code: '(01)06972145030560(10)LOT-1', quantity: 4 }])).acceptedCount).toBe(1)
  expect(await demo.breaches()).toEqual([])
})

test('everything that was reported is what the events say', async () => {
  expect(await demo.breaches()).toEqual([])
})
