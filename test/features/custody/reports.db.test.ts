import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incomingShipments } from '../../../server/features/custody/shipment/shipment.cypher.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import type { Graph } from '../../../server/kernel/graph.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { openOwnDemo, type OwnDemo } from '../../testkit/own-demo.ts'
import { lately } from '../../testkit/lately.ts'

let demo: OwnDemo
let hub: TestHub
let graph: Graph
beforeAll(async () => {
  demo = await openOwnDemo();
  ({ hub, graph } = demo)
})
afterAll(() => demo?.stop())

const contract = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')
const own = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on GoodsReported { acceptedCount rejected { line reason { code } } events { id bizStep from { name } to { name } } } ... on UserError { code message path } } }`

interface Result {
  readonly __typename: string
  readonly acceptedCount: number
  readonly rejected: readonly { readonly line: number; readonly reason: { readonly code: string } }[]
  readonly events: readonly { readonly id: string; readonly bizStep: string }[]
  readonly serial: { readonly status: string } | null
  readonly batch: { readonly lotNumber: string; readonly documents: readonly unknown[] } | null
  readonly report: { readonly id: string; readonly acceptedCount: number; readonly rejectedCount: number }
  readonly code: string
  readonly message: string
}

let keys = 0
const send = async (viewer: string, query: string, input: object): Promise<Result> => {
  keys += 1
  const answer = await hub.ask<Record<string, Result>>(viewer, query, { input: { idempotencyKey: `key-${keys}`, ...input } })
  expect(answer.errors).toBeUndefined()
  return Object.values(answer.data ?? {})[0] as Result
}
const reasons = ({ rejected }: Result): string[] => rejected.map(({ line, reason }) => `${line} ${reason.code}`)

const held = cypher<{ numbers: readonly string[] }, { number: string; holder: string | null; status: string; site: string | null }>()`
UNWIND $in.numbers AS number
MATCH (serial:Serial {serialNumber: number})
RETURN number, serial.status AS status, head([(serial)-[:HELD_BY]->(o) | o.code]) AS holder, head([(serial)-[:STORED_AT]->(s) | s.code]) AS site`
const whereIs = async (...numbers: string[]): Promise<string[]> =>
  (await graph.read(held, { numbers })).map(({ holder, status, site }) => `${holder ?? 'nobody'} ${status} ${site ?? 'nowhere'}`)

const at = (): string => new Date().toISOString()

describe('a carton on its way', () => {
  test('is received with everything inside, by who it is for', async () => {
    const stranger = await send('hospital:CZFP', contract('confirm-receipt'), { receivedAt: at(), lines: [{ code: '(00)106999900070000013' }] })
    expect(reasons(stranger)).toEqual(['1 NOT_FOUND'])
    const receipt = await send('hospital:NYHH', contract('confirm-receipt'), { receivedAt: at(), documentNumber: 'KL-1121-007', site: 'NYHH-CATHLAB', lines: [{ code: '(00)106999900070000013' }, { code: 'no such code' }] })
    expect(receipt.acceptedCount).toBe(1)
    expect(reasons(receipt)).toEqual(['2 NOT_FOUND'])
    expect(await whereIs('B03-011', 'B03-016')).toEqual(['NYHH IN_STOCK NYHH-CATHLAB', 'NYHH IN_STOCK NYHH-CATHLAB'])
  })

  test('what is on its way is told by shipment, and where the list is cut that more follows', async () => {
    const { data } = await hub.ask<{ viewer: { organization: { id: string } } }>('hospital:JPPH', '{ viewer { organization { id } } }', {})
    const onItsWay = async (things: number, shipments: number) => (await graph.as({ organization: data?.viewer.organization.id, internal: false }).read(incomingShipments, { things, shipments })).map(({ documentNumber, lines, moreFollow }) => [documentNumber, lines.length, moreFollow])
    expect(await onItsWay(5_000, 50)).toEqual([['KL-1119-002', 6, false]])
    expect(await onItsWay(6, 1)).toEqual([['KL-1119-002', 6, false]])
    expect(await onItsWay(4, 50)).toEqual([['KL-1119-002', 4, true]])
  })

  test('what is in hand is used once', async () => {
    const usage = { code: '(01)06972145030560(21)B03-012', usedAt: at(), kind: 'IMPLANTED', site: 'NYHH-CATHLAB', procedureReference: 'OP-1' }
    expect((await send('hospital:NYHH', contract('record-usage'), usage)).serial).toMatchObject({ status: 'IMPLANTED' })
    expect(await send('hospital:NYHH', contract('record-usage'), usage)).toMatchObject({ __typename: 'Refused', code: 'BLOCKED' })
    expect(await whereIs('B03-012')).toEqual(['nobody IMPLANTED nowhere'])
  })

  test('a lot is used by quantity, and never more than there is', async () => {
    const usage = (quantity: number) => send('hospital:NYHH', contract('record-usage'), { code: '26IS0413', quantity, usedAt: at(), kind: 'CONSUMED' })
    expect((await usage(3)).batch).toMatchObject({ lotNumber: '26IS0413' })
    expect(await usage(1_000)).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('sold', () => {
  const line = (code: string, more: object = {}) => ({ code, soldTo: 'CJUH', soldAt: at(), ...more })

  test('good lines are kept, each bad line comes back with its reason', async () => {
    const { report, ...sold } = await send('distributor:KANGLUO', contract('report-sell-through'), {
      documentNumber: 'KL-1', lines: [
        line('B03-017', { soldTo: '6999900110008' }), line('B03-018', { soldTo: 'nobody' }), line('26IS0413', { quantity: 50 }), line('26IS0413', { quantity: 99_999 }),
        line('B04-004'), line('B03-017'), line('B03-019', { consignment: true }),
      ],
    })
    expect(report).toMatchObject({ acceptedCount: 3, rejectedCount: 4 })
    expect(reasons(sold as Result)).toEqual(['2 CUSTOMER_NOT_FOUND', '4 NOT_ENOUGH_IN_STOCK', '5 RECALLED', '6 DUPLICATE_LINE'])
    expect(await whereIs('B03-017')).toEqual(['KANGLUO IN_TRANSIT KANGLUO-MAIN'])
    const found = await hub.ask<{ node: object | null }>('distributor:KANGLUO', contract('node'), { id: report.id })
    expect(found.data?.node).toMatchObject({ id: report.id })
    expect((await hub.ask<{ node: object | null }>('distributor:HEZHONG', contract('node'), { id: report.id })).data?.node).toBeNull()
  })

  test('received as it is found; rejected goods are in hand, and held', async () => {
    const receipt = await send('hospital:CJUH', contract('confirm-receipt'), { receivedAt: at(), lines: [{ code: 'B03-017', condition: 'REJECTED' }, { code: 'B03-019', condition: 'DAMAGED' }, { code: '26IS0413', quantity: 50 }] })
    expect(receipt.acceptedCount).toBe(3)
    expect(await whereIs('B03-017', 'B03-019')).toEqual(['CJUH IN_STOCK CJUH-MAIN', 'CJUH IN_STOCK CJUH-MAIN'])
    expect(await send('hospital:CJUH', contract('record-usage'), { code: 'B03-017', usedAt: at(), kind: 'IMPLANTED' })).toMatchObject({ code: 'BLOCKED' })
  })

  test('what comes back is the seller\'s again, and held', async () => {
    const back = await send('distributor:KANGLUO', contract('report-sell-through'), { documentNumber: 'KL-2', lines: [line('B03-017', { kind: 'RETURN' })] })
    expect(back.report.acceptedCount).toBe(1)
    expect(await whereIs('B03-017')).toEqual(['KANGLUO RETURNED KANGLUO-MAIN'])
  })

  test('the same key answers the same and does it once; another input is told', async () => {
    const input = { idempotencyKey: 'fixed', documentNumber: 'KL-3', lines: [{ code: 'B03-020', soldTo: 'CJUH', soldAt: lately('2026-11-22T01:00:00Z') }] }
    const all = await Promise.all([1, 2, 3].map(() => send('distributor:KANGLUO', contract('report-sell-through'), input)))
    const again = await send('distributor:KANGLUO', contract('report-sell-through'), input)
    for (const one of all) expect(one.code === 'IN_PROGRESS' || one.report.id === again.report.id).toBe(true)
    expect(await send('distributor:KANGLUO', contract('report-sell-through'), { ...input, documentNumber: 'KL-4' })).toMatchObject({ __typename: 'IdempotencyKeyReused' })
  })

  test('not in the future, not without lines', async () => {
    expect(await send('distributor:KANGLUO', contract('report-sell-through'), { documentNumber: 'KL-5', lines: [line('B03-017', { soldAt: '2099-01-01T00:00:00Z' })] })).toMatchObject({ code: 'INVALID_INPUT', path: ['soldAt'] })
    expect(await send('distributor:KANGLUO', contract('report-sell-through'), { documentNumber: 'KL-5', lines: [] })).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('made', () => {
  test('lots of lots, devices of lots, parts swapped', async () => {
    const di = '06972145030560'
    const made = await send('quality', own('registerProduction', 'RegisterProductionInput'), { product: di, lotNumber: 'T-1', at: at(), expiresOn: '2029-01-01', serialNumbers: ['T1-1', 'T1-2', 'T1-3'] })
    expect(made).toMatchObject({ __typename: 'GoodsReported', acceptedCount: 3 })
    expect(await send('quality', own('registerProduction', 'RegisterProductionInput'), { product: di, lotNumber: 'T-2', at: at(), serialNumbers: ['T1-1'] })).toMatchObject({ code: 'CONFLICT' })
    const lines = [{ code: 'T1-1' }, { code: 'T1-2' }, { code: 'T1-3' }]
    expect((await send('quality', own('reportInspection', 'ReportInspectionInput'), { at: at(), result: 'CONFORMANT', lines })).acceptedCount).toBe(3)
    const sent = await send('quality', own('reportShipment', 'ReportShipmentInput'), { at: at(), to: 'KANGLUO', documentNumber: 'ML-1', sscc: '106999900070099994', lines: lines.slice(0, 2) })
    expect(sent.events.map(({ bizStep }) => bizStep)).toEqual(['packing', 'shipping'])
    expect((await send('distributor:KANGLUO', contract('confirm-receipt'), { receivedAt: at(), lines: [{ code: '(00)106999900070099994' }] })).acceptedCount).toBe(1)
    expect(await whereIs('T1-1', 'T1-3')).toEqual(['KANGLUO IN_STOCK KANGLUO-MAIN', expect.stringContaining('RELEASED')])
  })

  test('quarantined nobody ships it; released it goes; scrapped it is gone', async () => {
    const quarantine = (quarantined: boolean) => send('distributor:KANGLUO', own('setQuarantine', 'SetQuarantineInput'), { at: at(), quarantined, lines: [{ code: 'T1-1' }] })
    const ship = () => send('distributor:KANGLUO', own('reportShipment', 'ReportShipmentInput'), { at: at(), to: 'CJUH', documentNumber: 'KL-9', lines: [{ code: 'T1-1' }] })
    await quarantine(true)
    expect(reasons(await ship())).toEqual(['1 QUARANTINED'])
    await quarantine(false)
    expect((await ship()).acceptedCount).toBe(1)
    expect((await send('distributor:KANGLUO', own('scrap', 'ScrapInput'), { at: at(), reason: 'Fell', lines: [{ code: 'T1-2' }] })).acceptedCount).toBe(1)
    expect(await whereIs('T1-1', 'T1-2')).toEqual(['KANGLUO IN_TRANSIT KANGLUO-MAIN', 'nobody DESTROYED nowhere'])
  })

  test('what is written of a carton with two makers\' goods is for who sends and receives it', async () => {
    const lines = [{ code: 'B03-021' }, { code: '(01)08717648200274(10)5031184', quantity: 1 }]
    const ship = (documentNumber: string, some: object[]) => send('distributor:KANGLUO', own('reportShipment', 'ReportShipmentInput'), { at: at(), to: 'CJUH', documentNumber, note: 'With stents, urgent.', ...(some.length > 1 && { sscc: '106999900070099987' }), lines: some })
    expect(await ship('KL-11', lines)).toMatchObject({ acceptedCount: 2 })
    expect(await ship('KL-12', [{ code: 'B03-022' }])).toMatchObject({ acceptedCount: 1 })
    interface Told { readonly timeline: { readonly edges: readonly { readonly node: { readonly note: string | null } }[] } }
    const noted = async (viewer: string, code: string): Promise<boolean | undefined> => {
      const { data } = await hub.ask<{ serial: Told | null; batch: Told | null }>(viewer, 'query ($code: String!) { serial(code: $code) { timeline(first: 9) { edges { node { note } } } } batch(code: $code) { timeline(first: 9) { edges { node { note } } } } }', { code })
      return (data?.serial ?? data?.batch)?.timeline.edges.some(({ node }) => node.note === 'With stents, urgent.')
    }
    expect([await noted('distributor:KANGLUO', 'B03-021'), await noted('hospital:CJUH', 'B03-021'), await noted('quality', 'B03-021'), await noted('quality', 'B03-022')]).toEqual([true, true, false, true])
    expect(await noted('quality:ABBOTT-VASCULAR', '(01)08717648200274(10)5031184')).toBe(false)
  })

  test('an error is declared by who made it, and what followed follows no more', async () => {
    const scrapped = await send('quality', own('scrap', 'ScrapInput'), { at: at(), reason: 'Wrong one', lines: [{ code: 'T1-3' }] })
    const [event] = scrapped.events
    const declare = (viewer: string) => send(viewer, own('declareError', 'DeclareErrorInput'), { event: event?.id, reason: 'It was another one.' })
    expect(await declare('hospital:CJUH')).toMatchObject({ code: 'NOT_FOUND' })
    expect((await declare('quality')).acceptedCount).toBe(1)
    expect(await whereIs('T1-3')).toEqual([expect.stringContaining('RELEASED')])
  })
})

test('what does not fit together is a finding, which its reporter or the maker clears', async () => {
  const query = 'query ($open: Boolean) { findings(open: $open) { totalCount edges { node { id code ageDays clearedAt owner { name } serial { serialNumber } event { bizStep } } } } }'
  interface Findings { readonly findings: { readonly totalCount: number; readonly edges: readonly { readonly node: { readonly id: string; readonly code: string; readonly serial: { readonly serialNumber: string } | null } }[] } }
  const open = async (viewer: string) => (await hub.ask<Findings>(viewer, query, { open: true })).data?.findings
  const finding = (await open('hospital:CJUH'))?.edges.map(({ node }) => node).find(({ code }) => code === 'RECEIVED_DAMAGED')
  expect(finding).toMatchObject({ serial: { serialNumber: 'B03-019' }, event: { bizStep: 'receiving' } })
  const clear = (viewer: string) => send(viewer, 'mutation ($input: ClearFindingInput!) { clearFinding(input: $input) { __typename ... on UserError { code message path } } }', { finding: finding?.id, note: 'Sent back.' })
  expect(await clear('hospital:CZFP')).toMatchObject({ code: 'NOT_FOUND' })
  expect(await clear('quality')).toMatchObject({ __typename: 'ClearFindingSuccess' })
  expect(await clear('hospital:CJUH')).toMatchObject({ code: 'CONFLICT' })
  expect((await open('hospital:CJUH'))?.edges.map(({ node }) => node.id)).not.toContain(finding?.id)
})

test('everything that was reported is what the events say', async () => {
  expect(await demo.breaches()).toEqual([])
})

test('sixteen move one serial at once, again and again: one holder, one stock', async () => {
  const rounds = Array.from({ length: 20 }, (_, round) => round)
  for (const round of rounds) {
    const at16 = Array.from({ length: 16 }, (_, index) => index)
    const moves = await Promise.all(at16.map((index) => index % 2 === 0
      ? send('distributor:KANGLUO', contract('report-sell-through'), { documentNumber: `R${round}-${index}`, lines: [{ code: 'B03-021', soldTo: index % 4 === 0 ? 'CJUH' : 'CZFP', soldAt: at() }] })
      : send(index % 4 === 1 ? 'hospital:CJUH' : 'hospital:CZFP', contract('confirm-receipt'), { receivedAt: at(), lines: [{ code: 'B03-021' }] })))
    expect(moves.every(({ __typename }) => __typename.endsWith('Success'))).toBe(true)
  }
  expect(await whereIs('B03-021')).toHaveLength(1)
  expect(await demo.breaches()).toEqual([])
})
