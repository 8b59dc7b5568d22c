import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { newKey, signature } from './sign-kit.ts'
import { noticeLateHolder } from '../../../server/features/recalls/notice-late-holder.ts'
import type { Change, Message } from '../../../server/record/change.ts'
import { openStage, operation, type Outcome, type Stage } from './story-kit.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('quality')
})
afterAll(() => stage.stop())

const balloon = '(01)06972145030560'
const scope = (...lots: string[]) => ({ batches: lots.map((lot) => `${balloon}(10)${lot}`) })
const basics = { title: 'Shaft may kink', reason: 'Out of tolerance', classification: 'I', actions: ['STOP_USE'] }

interface Drafted extends Outcome { readonly recall: { readonly id: string; readonly reference: string } }
const draft = async (more: object): Promise<Drafted['recall']> => (await stage.say<Drafted>('quality', 'draft-recall', { ...basics, ...more })).recall
const sign = (recall: string) => stage.say<{ recall: { status: string; notices: { totalCount: number } } }>('quality', 'approve-recall', { recall, signature })

interface Notice { readonly id: string; readonly roles: string[]; readonly itemCount: number; readonly outstandingCount: number; readonly late: boolean; readonly recall: { readonly reference: string }; readonly recipient: { readonly id: string | null; readonly name: string | null; readonly kinds: string[]; readonly country: string | null }; readonly items: { readonly totalCount: number; readonly edges: { readonly node: { readonly serialNumber: string | null; readonly lotNumber: string } }[] } }
const fields = 'id roles itemCount outstandingCount late recall { reference } recipient { id name kinds country } items(first: 50) { totalCount edges { node { serialNumber lotNumber } } }'
const own = async (viewer: string, reference: string): Promise<Notice | undefined> =>
  (await stage.ask<{ recallNotices: { edges: { node: Notice }[] } }>(viewer, `{ recallNotices(first: 10) { edges { node { ${fields} } } } }`)).recallNotices.edges.map(({ node }) => node).find(({ recall }) => recall.reference === reference)
const all = async (id: string): Promise<Notice[]> =>
  (await stage.ask<{ recall: { notices: { edges: { node: Notice }[] } } }>('quality', `query ($id: ID!) { recall(id: $id) { notices(first: 20) { edges { node { ${fields} } } } } }`, { id })).recall.notices.edges.map(({ node }) => node)
const verdict = async (viewer: string, code: string): Promise<{ verdict: string; codes: string[] }> => {
  const { lookup } = await stage.ask<{ lookup: { verdict: string; reasons: { code: string }[] } }>(viewer, 'query ($code: String!) { lookup(code: $code) { verdict reasons { code } } }', { code })
  return { verdict: lookup.verdict, codes: lookup.reasons.map(({ code }) => code) }
}

const outbox = cypher<object, { type: string; organization: string }>()`MATCH (message:OutboxMessage) RETURN message.type AS type, message.organization AS organization`
const messages = async (): Promise<{ type: string; organization: string }[]> => {
  const graph = openGraph(stage.database)
  const rows = await graph.read(outbox, {})
  await graph.close()
  return rows
}

describe('a drill', () => {
  it('is the same machine, marked and clocked, and tells nobody outside', async () => {
    const before = await messages()
    const { id, reference } = await draft({ drill: true, scope: scope('2609B05') })
    expect(await sign(id)).toMatchObject({ recall: { status: 'ONGOING' } })
    const { recall } = await stage.ask<{ recall: { drill: boolean; progress: { noticeCount: number; minutesToScope: number; minutesToNotify: number } } }>('quality', operation('recall-progress'), { id })
    expect(recall.drill).toBe(true)
    expect(recall.progress.noticeCount).toBeGreaterThanOrEqual(4)
    expect(recall.progress.minutesToScope).toBeGreaterThan(0)
    expect(recall.progress.minutesToNotify).toBeGreaterThan(0)
    for (const viewer of ['hospital:SILBERSEE', 'distributor:NORDKAI', 'distributor:STRAITS-MERIDIAN']) {
      expect(await own(viewer, reference)).toBeUndefined()
      expect(await stage.ask(viewer, 'query ($id: ID!) { recall(id: $id) { id } }', { id })).toEqual({ recall: null })
    }
    const { viewer } = await stage.ask<{ viewer: { organization: { id: string } } }>('quality', '{ viewer { organization { id } } }')
    const told = (await messages()).slice(before.length)
    expect(told.filter(({ organization }) => organization !== viewer.organization.id)).toEqual([])
    expect((await verdict('hospital:CZFP', `${balloon}(10)2603B01(21)B01-015`)).verdict).toBe('CLEAR')
  })
})

let latest = ''

describe('a recall by a supplier’s lot', () => {
  it('tells both ends of a transit, who used it, who sold it on, and the supplier without any customer', async () => {
    const { id, reference } = await draft({ scope: { materialLots: ['CT-2608-03'] } })
    latest = id
    expect(await sign(id)).toMatchObject({ __typename: 'ApproveRecallSuccess' })
    expect((await own('hospital:JPPH', reference))?.roles).toEqual(['RECIPIENT'])
    expect((await own('distributor:KANGLUO', reference))?.roles.sort()).toEqual(['FORWARDER', 'HOLDER'])
    expect((await own('distributor:STRAITS-MERIDIAN', reference))?.roles).toEqual(['RECIPIENT'])
    expect((await own('hospital:SILBERSEE', reference))?.roles.sort()).toEqual(['HOLDER', 'USER'])
    const supplier = await own('supplier:QINGYU-COATING', reference)
    expect(supplier).toMatchObject({ roles: ['ORIGIN'], itemCount: 1, outstandingCount: 0, items: { edges: [{ node: { lotNumber: 'CT-2608-03' } }] } })
    expect(await own('supplier:SULU-POLYMER', reference)).toBeUndefined()
    const seen = await stage.ask('supplier:QINGYU-COATING', 'query ($id: ID!) { recall(id: $id) { notices { totalCount } scope { serialCount holders { serialCount } countries } progress { noticeCount serialCount countries { country } } } }', { id })
    expect(seen).toMatchObject({ recall: { notices: { totalCount: 1 }, scope: { serialCount: 0, holders: [], countries: [] }, progress: { noticeCount: 1, serialCount: 0 } } })
  })

  it('lets nothing be sold on, lets it go back, and asks who gets it', async () => {
    const line = { code: `${balloon}(10)2608B04(21)B04-020`, soldTo: 'CZFP', soldAt: new Date().toISOString() }
    expect(await stage.say('distributor:KANGLUO', 'report-sell-through', { documentNumber: 'KL-1', lines: [line] })).toMatchObject({ rejected: [{ line: 1, reason: { code: 'RECALLED' } }] })
    const returned = await stage.ask('distributor:KANGLUO', 'mutation ($input: ReportReturnInput!) { reportReturn(input: $input) { __typename ... on GoodsReported { rejected { line } } } }', {
      input: { idempotencyKey: newKey(), documentNumber: 'KL-2', to: 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', at: line.soldAt, lines: [{ code: line.code }] },
    })
    expect(returned).toMatchObject({ reportReturn: { __typename: 'GoodsReported', rejected: [] } })
    const [first] = (await all(latest)).filter(({ recipient }) => recipient.name?.includes('Mailan'))
    expect(first?.items.edges.map(({ node }) => node.serialNumber)).toContain('B04-020')
  })
})

describe('a distributor that keeps its customers’ names', () => {
  it('has them told blindly: the maker sees kind, country and counts', async () => {
    expect(await stage.tell('distributor:NORDKAI', 'setRecallPolicy', 'policy { customerNames }', { customerNames: 'NEVER' })).toMatchObject({ policy: { customerNames: 'NEVER' } })
    expect(await stage.tell('hospital:SILBERSEE', 'setRecallPolicy', 'policy { customerNames }', { customerNames: 'NEVER' })).toMatchObject({ code: 'NOT_ALLOWED' })
    const { id, reference } = await draft({ scope: scope('2609B05') })
    await sign(id)
    const masked = (await all(id)).filter(({ recipient }) => recipient.name === null)
    expect(masked.map(({ recipient, items, itemCount }) => ({ recipient, listed: items.edges.length, itemCount }))).toEqual([{ recipient: { id: null, name: null, kinds: ['HOSPITAL'], country: 'DE' }, listed: 0, itemCount: 6 }])
    expect(await own('hospital:SILBERSEE', reference)).toMatchObject({ recipient: { name: 'Klinikum am Silbersee' }, items: { totalCount: 6 } })
  })
})

describe('a hold before a decision', () => {
  it('is told by the verdict, to whoever scans it, until it is lifted', async () => {
    const code = `${balloon}(10)2603B01(21)B01-016`
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    const held = await stage.tell<{ hold: { id: string; batchCount: number } }>('quality', 'holdDevices', 'hold { id batchCount serialCount labels until }', { scope: scope('2603B01'), reason: 'Complaints on this lot', until, signature })
    expect(held).toMatchObject({ hold: { batchCount: 1, serialCount: 0, labels: ['2603B01'] } })
    expect(await verdict('hospital:CZFP', code)).toMatchObject({ verdict: 'QUARANTINED', codes: ['HELD_PENDING_RECALL'] })
    await stage.tell('quality', 'holdDevices', 'hold { id }', { scope: scope('2603B01'), reason: 'Still in doubt', until, renews: held.hold.id, signature: { ...signature, meaning: 'I renew this hold.' } })
    const { messages: inBell } = await stage.ask<{ messages: { edges: { node: { type: string } }[] } }>('hospital:CZFP', '{ messages(first: 5) { edges { node { type } } } }')
    expect(inBell.edges.map(({ node }) => node.type)).toEqual(expect.arrayContaining(['device.hold.placed', 'device.hold.renewed']))
    const { qualityHolds } = await stage.ask<{ qualityHolds: { edges: { node: { id: string; signatures: object[] } }[] } }>('quality', '{ qualityHolds { edges { node { id signatures { act meaning signer } } } } }')
    const signed = { act: 'HOLD_DEVICES', signer: 'quality' }
    expect(qualityHolds.edges.find(({ node }) => node.id === held.hold.id)?.node.signatures).toEqual([{ ...signed, meaning: signature.meaning }, { ...signed, meaning: 'I renew this hold.' }])
    expect(await stage.tell('hospital:CZFP', 'liftHold', 'hold { id }', { hold: held.hold.id, reason: 'we need it' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stage.tell('quality', 'liftHold', 'hold { liftedAt }', { hold: held.hold.id, reason: 'Nothing found' })).toMatchObject({ __typename: 'HoldDevicesSuccess' })
    expect((await verdict('hospital:CZFP', code)).verdict).toBe('CLEAR')
  })
})

describe('two people', () => {
  it('are asked for where the maker says so', async () => {
    await stage.tell('quality', 'setRecallPolicy', 'policy { recallsByTwo }', { recallsByTwo: true })
    const { id } = await draft({ scope: scope('2603B01') })
    expect(await stage.tell('quality', 'submitRecallForReview', 'recall { status steps }', { recall: id })).toMatchObject({ recall: { status: 'IN_REVIEW', steps: ['RETURN', 'CANCEL', 'APPROVE'] } })
    expect(await sign(id)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await stage.tell('quality', 'returnRecallToDraft', 'recall { status }', { recall: id, reason: 'Say more' })).toMatchObject({ recall: { status: 'DRAFT' } })
    expect(await stage.tell('quality', 'cancelRecall', 'recall { status }', { recall: id })).toMatchObject({ recall: { status: 'CANCELLED' } })
  })
})

it('leaves the graph’s invariants true', async () => {
  const graph = openGraph(stage.database, { deadline: 60_000 })
  const breaches = []
  for await (const breach of checkInvariants(graph, { schema: [] })) breaches.push(breach)
  await graph.close()
  expect(breaches).toEqual([])
})

const move = cypher<object, { serial: string }>()`
MATCH (serial:Serial {serialNumber: 'B04-021'})-[held:HELD_BY]->(), (next:Organization {code: 'CZFP'})
DELETE held
CREATE (serial)-[:HELD_BY {serial: serial.id, organization: next.id, since: '2026-11-22', key: serial.key}]->(next)
RETURN serial.id AS serial`

it('makes a notice for whoever turns out to have something that is called back', async () => {
  const graph = openGraph(stage.database)
  const told: Message[] = []
  await graph.write(async (writer) => {
    const [moved] = await writer.run(move, {})
    const change = { at: new Date().toISOString(), run: writer.run, audit: () => undefined, tell: (message: Message) => void told.push(message) } as unknown as Change
    await noticeLateHolder(change, { serials: [moved!.serial], batches: [] })
    await noticeLateHolder(change, { serials: [moved!.serial], batches: [] })
  })
  await graph.close()
  const late = (await all(latest)).find(({ recipient }) => recipient.name?.includes('First People'))
  expect(late).toMatchObject({ late: true, itemCount: 1, outstandingCount: 1, roles: ['HOLDER'], items: { edges: [{ node: { serialNumber: 'B04-021' } }] } })
  expect(told.map(({ type }) => type)).toContain('recall.notice.issued')
  expect(told.filter(({ type }) => type === 'recall.notice.late').map(({ subject }) => subject).sort()).toEqual(told.filter(({ type }) => type !== 'recall.notice.late').map(({ subject }) => subject).sort())
  expect(new Set(told.map(({ type, subject }) => `${type} ${subject}`)).size).toBe(told.length)
})
