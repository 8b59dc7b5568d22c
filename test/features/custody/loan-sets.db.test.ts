import { afterAll, beforeAll, expect, test } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import type { Graph } from '../../../server/kernel/graph.ts'
import type { TestHub } from '../../testkit/hub.ts'
import { openOwnDemo, type OwnDemo } from '../../testkit/own-demo.ts'

let demo: OwnDemo
let hub: TestHub
let graph: Graph
beforeAll(async () => {
  demo = await openOwnDemo();
  ({ hub, graph } = demo)
})
afterAll(() => demo?.stop())

const [lender, borrower] = ['distributor:KANGLUO', 'hospital:CJUH']
const [tray, otherTray, farTray] = ['106999900070088004', '106999900070088011', '106999900070088028']
const lot = '26IS0413'

interface Answer {
  readonly __typename: string
  readonly code: string
  readonly message: string
  readonly acceptedCount: number
  readonly rejected: readonly { readonly line: number; readonly reason: { readonly code: string } }[]
  readonly loanSet: { readonly id: string } | null
}
interface Line {
  readonly serialNumber: string | null
  readonly lotNumber: string
  readonly holds: readonly string[]
  readonly sent: number
  readonly used: number
  readonly openedUnused: number
  readonly returned: number
  readonly out: number
}

const recalled = cypher<{ number: string }, never>()`
MATCH (serial:Serial {serialNumber: $in.number})
CREATE (:Recall {id: 'rcl_loanset', reference: 'RC-LOAN', status: 'ONGOING', drill: false, maker: serial.maker})-[:COVERS]->(serial)`

let keys = 0
let clock = Date.now() - 3_600_000
/** Things happen one after the other, and none of them in the future. */
const later = (): string => new Date(clock += 60_000).toISOString()

const say = async (viewer: string, name: string, input: object): Promise<Answer> => {
  keys += 1
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`
  const spread = { confirmReceipt: '... on ConfirmReceiptSuccess { acceptedCount rejected { line reason { code message } } }', declareError: '... on GoodsReported { acceptedCount }' }[name] ?? '... on LoanSetReported { acceptedCount rejected { line reason { code } } loanSet { id } }'
  const { data, errors } = await hub.ask<Record<string, Answer>>(viewer, `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ${spread} ... on UserError { code message } } }`, { input: { idempotencyKey: `loan-${keys}`, ...input } })
  expect(errors).toBeUndefined()
  return data?.[name] as Answer
}
const reasons = ({ rejected }: Answer): string[] => rejected.map(({ line, reason }) => `${line} ${reason.code}`)
const send = (input: object, viewer = lender): Promise<Answer> => say(viewer, 'sendLoanSet', { sscc: tray, to: 'CJUH', documentNumber: 'LOAN-1', dueOn: '2099-01-01', ...input })
const sent = async (input: object): Promise<string> => (await send({ at: later(), ...input })).loanSet?.id ?? ''
const report = (viewer: string, loanSet: string, lines: readonly object[], more: object = {}): Promise<Answer> => say(viewer, 'reportLoanSet', { loanSet, at: later(), lines, ...more })
const receive = (viewer: string, ...codes: string[]): Promise<Answer> => say(viewer, 'confirmReceipt', { receivedAt: later(), lines: codes.map((code) => ({ code })) })

const fields = 'id documentNumber dueOn closedAt lentByViewer logisticUnit { sscc } lender { name } borrower { name } lines { serialNumber lotNumber holds sent used openedUnused returned out }'
const seen = async (viewer: string, code: string): Promise<{ id: string; closedAt: string | null; lentByViewer: boolean; lines: Line[] } | null> => {
  const { data, errors } = await hub.ask<{ loanSet: { id: string; closedAt: string | null; lentByViewer: boolean; lines: Line[] } | null }>(viewer, `query ($code: String!) { loanSet(code: $code) { ${fields} } }`, { code })
  expect(errors).toBeUndefined()
  return data?.loanSet ?? null
}
/** Each line as sent/used/opened in vain/returned/out. */
const account = async (viewer: string, code: string): Promise<Record<string, string>> =>
  Object.fromEntries(((await seen(viewer, code))?.lines ?? []).map((line) => [line.serialNumber ?? line.lotNumber, [line.sent, line.used, line.openedUnused, line.returned, line.out].join('/')]))

const timeline = async (viewer: string, code: string): Promise<string[]> => {
  const { data } = await hub.ask<{ serial: { timeline: { edges: { node: { bizStep: string; disposition: string } }[] } } }>(viewer, 'query ($code: String!) { serial(code: $code) { timeline(first: 50) { edges { node { bizStep disposition } } } } }', { code })
  return data?.serial.timeline.edges.map(({ node }) => `${node.bizStep} ${node.disposition}`) ?? []
}

let first = ''

/** What the record holds for ever, of words too. */
const recorded = cypher<{ subject: string }, { text: string }>()`MATCH (record:AuditRecord {subject: $in.subject}) RETURN record.changes + coalesce(record.reason, '') AS text`

test('a set is sent with what is in it; what is recalled stays behind, and its tray is out once', async () => {
  const answer = await send({ at: later(), lines: [{ code: 'B03-017' }, { code: 'B03-018' }, { code: 'B03-019' }, { code: 'B03-020' }, { code: 'B04-004' }, { code: lot, quantity: 5 }] })
  expect(reasons(answer)).toEqual(['5 RECALLED'])
  first = answer.loanSet?.id ?? ''
  expect(await account(lender, first)).toEqual({ 'B03-017': '1/0/0/0/1', 'B03-018': '1/0/0/0/1', 'B03-019': '1/0/0/0/1', 'B03-020': '1/0/0/0/1', [lot]: '5/0/0/0/5' })
  expect(await send({ at: later(), lines: [{ code: lot, quantity: 1 }] })).toMatchObject({ code: 'BLOCKED' })
  expect(await send({ at: later(), sscc: otherTray, dueOn: '2020-01-01', lines: [{ code: lot, quantity: 1 }] })).toMatchObject({ code: 'INVALID_INPUT' })
})

test('another distributor and another hospital see nothing of it, by code, by id and in lists', async () => {
  for (const stranger of ['distributor:HEZHONG', 'hospital:NYHH', 'quality']) {
    expect(await seen(stranger, first)).toBeNull()
    expect(await seen(stranger, `(00)${tray}`)).toBeNull()
    expect((await hub.ask<object>(stranger, 'query ($id: ID!) { node(id: $id) { id } loanSets { totalCount edges { node { id } } } }', { id: first })).data).toMatchObject({ node: null, loanSets: { totalCount: 0, edges: [] } })
  }
  expect(await report('hospital:NYHH', first, [{ code: 'B03-017', outcome: 'RETURNED' }])).toMatchObject({ code: 'NOT_FOUND' })
  expect(await seen(borrower, 'B03-017')).toMatchObject({ id: first, lentByViewer: false })
})

test('the hospital uses some, opens some in vain: its lot is counted, its serials have an end', async () => {
  expect(await receive(borrower, `(00)${tray}`)).toMatchObject({ acceptedCount: 1 })
  const used = await report(borrower, first, [
    { code: 'B03-017', outcome: 'IMPLANTED' }, { code: 'B03-018', outcome: 'OPENED_UNUSED' }, { code: lot, quantity: 2, outcome: 'CONSUMED' }, { code: lot, quantity: 1, outcome: 'OPENED_UNUSED' },
    { code: lot, quantity: 3, outcome: 'CONSUMED' }, { code: 'B03-017', outcome: 'RETURNED' },
  ], { procedureReference: 'OP-77' })
  expect(reasons(used)).toEqual(['5 NOT_OUT', '6 NOT_OUT'])
  expect(await account(lender, `(00)${tray}`)).toEqual({ 'B03-017': '1/1/0/0/0', 'B03-018': '1/0/1/0/0', 'B03-019': '1/0/0/0/1', 'B03-020': '1/0/0/0/1', [lot]: '5/2/1/0/2' })
  expect((await timeline(borrower, 'B03-018')).at(0)).toBe('dispensing non_sellable_other')
})

test('a part goes back by itself; two reports of the same at once count once', async () => {
  const both = await Promise.all([1, 2].map(() => report(borrower, first, [{ code: lot, quantity: 2, outcome: 'RETURNED' }])))
  expect(both.map(({ acceptedCount }) => acceptedCount).sort()).toEqual([0, 1])
  expect(await account(borrower, first)).toMatchObject({ [lot]: '5/2/1/2/0', 'B03-019': '1/0/0/0/1' })
})

test('the rest goes back in its tray, and is received by it; an error is declared, and the account follows', async () => {
  expect((await report(borrower, first, [{ code: 'B03-019', outcome: 'RETURNED' }, { code: 'B03-020', outcome: 'RETURNED' }])).acceptedCount).toBe(2)
  expect(await receive(lender, `(00)${tray}`)).toMatchObject({ acceptedCount: 1, rejected: [] })
  expect(await account(lender, first)).toMatchObject({ 'B03-019': '1/0/0/1/0', 'B03-020': '1/0/0/1/0' })
  expect((await timeline(lender, 'B03-019')).slice(0, 2)).toEqual(['receiving in_progress', 'shipping returned'])
  const { data } = await hub.ask<{ serial: { status: string; holds: string[]; timeline: { edges: { node: { id: string } }[] } } }>(borrower, 'query ($code: String!) { serial(code: $code) { timeline(first: 1) { edges { node { id } } } } }', { code: 'B03-018' })
  expect(await say(borrower, 'declareError', { event: data?.serial.timeline.edges[0]?.node.id, reason: 'Another one was opened.' })).toMatchObject({ acceptedCount: 1 })
  expect(await account(lender, first)).toMatchObject({ 'B03-018': '1/0/0/0/1' })
})

test('closed by the lender alone; what is out is missing, and a finding until somebody finds it', async () => {
  expect(await say(borrower, 'closeLoanSet', { loanSet: first })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await say(lender, 'closeLoanSet', { loanSet: first, note: 'Billed.' })).toMatchObject({ __typename: 'LoanSetReported' })
  expect((await graph.read(recorded, { subject: first })).filter(({ text }) => text.includes('Billed'))).toEqual([])
  expect(await say(lender, 'closeLoanSet', { loanSet: first })).toMatchObject({ code: 'CONFLICT' })
  const { data } = await hub.ask<{ findings: { edges: { node: { code: string; serial: { serialNumber: string } | null } }[] } }>(lender, '{ findings(open: true) { edges { node { code serial { serialNumber } } } } }')
  expect(data?.findings.edges.filter(({ node }) => node.code === 'NOT_DELIVERED').map(({ node }) => node.serial?.serialNumber)).toContain('B03-018')
  expect((await report(borrower, first, [{ code: 'B03-018', outcome: 'RETURNED' }], { at: new Date().toISOString() })).acceptedCount).toBe(1)
  expect(await account(lender, first)).toMatchObject({ 'B03-018': '1/0/0/1/0' })
})

test('the same lot in two sets: each has its own account; what was recalled meanwhile is marked, not used, and goes back', async () => {
  const one = await sent({ sscc: otherTray, lines: [{ code: lot, quantity: 4 }, { code: 'B03-021' }] })
  const two = await sent({ sscc: farTray, documentNumber: 'LOAN-2', to: 'ORCHARD-BAY', lines: [{ code: lot, quantity: 3 }] })
  // Used before its receipt was booked: it has arrived by that.
  expect((await report(borrower, one, [{ code: lot, quantity: 1, outcome: 'CONSUMED' }])).acceptedCount).toBe(1)
  expect(await report(lender, one, [{ code: lot, quantity: 1, outcome: 'CONSUMED' }])).toMatchObject({ code: 'NOT_ALLOWED' })
  expect((await report(lender, two, [{ code: lot, quantity: 2, outcome: 'CONSUMED' }, { code: lot, quantity: 1, outcome: 'RETURNED' }])).acceptedCount).toBe(2)
  expect(await account(lender, one)).toEqual({ 'B03-021': '1/0/0/0/1', [lot]: '4/1/0/0/3' })
  expect(await account(lender, two)).toEqual({ [lot]: '3/2/0/1/0' })
  await graph.write(({ run }) => run(recalled, { number: 'B03-021' }))
  expect((await seen(borrower, one))?.lines.find(({ serialNumber }) => serialNumber === 'B03-021')?.holds).toEqual(['RECALLED'])
  expect(await receive(borrower, 'B03-021')).toMatchObject({ acceptedCount: 1 })
  expect(reasons(await report(borrower, one, [{ code: 'B03-021', outcome: 'IMPLANTED' }]))).toEqual(['1 RECALLED'])
  expect((await report(borrower, one, [{ code: 'B03-021', outcome: 'RETURNED' }])).acceptedCount).toBe(1)
})

test('a carton within the tray: what is in it is lent, used and returned like the rest', async () => {
  const [nested, inner] = ['106999900070088035', '106999900070088042']
  const { data } = await hub.ask<{ pack: { acceptedCount: number } }>(lender, 'mutation ($input: PackInput!) { pack(input: $input) { ... on GoodsReported { acceptedCount } } }', { input: { idempotencyKey: 'loan-nested', at: later(), sscc: inner, lines: [{ code: 'B03-023' }, { code: 'B03-024' }, { code: lot, quantity: 4 }] } })
  expect(data?.pack.acceptedCount).toBe(3)
  const set = await sent({ sscc: nested, documentNumber: 'LOAN-3', lines: [{ code: `(00)${inner}` }, { code: 'B03-025' }] })
  expect(await account(lender, set)).toEqual({ 'B03-023': '1/0/0/0/1', 'B03-024': '1/0/0/0/1', 'B03-025': '1/0/0/0/1', [lot]: '4/0/0/0/4' })
  expect(await receive(borrower, `(00)${nested}`)).toMatchObject({ acceptedCount: 1, rejected: [] })
  expect(reasons(await report(borrower, set, [{ code: 'B03-023', outcome: 'IMPLANTED' }, { code: lot, quantity: 1, outcome: 'CONSUMED' }]))).toEqual([])
  expect(await account(borrower, set)).toMatchObject({ 'B03-023': '1/1/0/0/0', [lot]: '4/1/0/0/3' })
  expect(reasons(await report(borrower, set, [{ code: 'B03-024', outcome: 'RETURNED' }, { code: 'B03-025', outcome: 'RETURNED' }, { code: lot, quantity: 3, outcome: 'RETURNED' }]))).toEqual([])
  expect(await receive(lender, `(00)${nested}`)).toMatchObject({ acceptedCount: 1, rejected: [] })
  expect(await account(lender, set)).toEqual({ 'B03-023': '1/1/0/0/0', 'B03-024': '1/0/0/1/0', 'B03-025': '1/0/0/1/0', [lot]: '4/1/0/3/0' })
  expect((await timeline(lender, 'B03-024')).slice(0, 2)).toEqual(['receiving in_progress', 'shipping returned'])
})

test('a lot that comes back by an ordinary receipt counts for the set it was lent with, not for more than is out, nor where two sets have it', async () => {
  const [loose, second] = ['106999900070088059', '106999900070088066']
  const set = await sent({ sscc: loose, documentNumber: 'LOAN-4', to: 'NYHH', lines: [{ code: lot, quantity: 4 }] })
  const back = (quantity: number, receivedFrom: string): Promise<Answer> => say(lender, 'confirmReceipt', { receivedAt: later(), receivedFrom, lines: [{ code: lot, quantity }] })
  expect(await say('hospital:NYHH', 'confirmReceipt', { receivedAt: later(), lines: [{ code: `(00)${loose}` }] })).toMatchObject({ acceptedCount: 1 })
  expect(await back(1, 'NYHH')).toMatchObject({ acceptedCount: 1, rejected: [] })
  expect(await account(lender, set)).toEqual({ [lot]: '4/0/0/1/3' })
  await back(5, 'NYHH')
  expect(await account('hospital:NYHH', set)).toEqual({ [lot]: '4/0/0/4/0' })
  const other = await sent({ sscc: second, documentNumber: 'LOAN-5', to: 'NYHH', lines: [{ code: lot, quantity: 1 }] })
  await back(1, 'NYHH')
  expect([await account(lender, set), await account(lender, other)]).toEqual([{ [lot]: '4/0/0/4/0' }, { [lot]: '1/0/0/0/1' }])
})

test('everything that was reported is what the events say', async () => {
  expect(await demo.breaches()).toEqual([])
})
