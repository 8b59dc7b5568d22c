import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'
import { dispositionsBy } from '../../../server/features/recalls/notice.rules.ts'
import { readRecallFacts } from '../../../server/features/filings/read-recall-facts.ts'
import { readProgress } from '../../../server/features/recalls/read-progress.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { canSign, newKey, signature } from './sign-kit.ts'

let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
  await canSign(database, hub, 'quality', 'quality:ABBOTT-VASCULAR')
})
afterAll(async () => {
  await hub.stop()
  await database.stop()
})

const operation = (name: string): string => readFileSync(new URL(`../../contract/operations/${name}.graphql`, import.meta.url), 'utf8')

interface Outcome { readonly __typename: string; readonly code?: string; readonly message?: string; readonly path?: string[] }

/** What a mutation answered; a thrown error is none of the caller's. */
const say = async <Answer = object>(viewer: string, name: string, input: object): Promise<Answer & Outcome> => {
  const { data, errors } = await hub.ask<Record<string, Answer & Outcome>>(viewer, operation(name), { input: { idempotencyKey: newKey(), ...input } })
  expect(errors).toBeUndefined()
  return Object.values(data!)[0]!
}

const ask = async <Data>(viewer: string, query: string, variables: object = {}): Promise<Data> => {
  const { data, errors } = await hub.ask<Data>(viewer, query, variables)
  expect(errors).toBeUndefined()
  return data!
}

interface Notice {
  readonly id: string; readonly status: string; readonly itemCount: number; readonly outstandingCount: number; readonly roles: string[]
  readonly recipient: { readonly id: string | null; readonly name: string | null; readonly country: string }
  readonly recall: { readonly reference: string; readonly title: string }
  readonly items: { readonly totalCount: number; readonly edges: { readonly node: { readonly serialNumber: string | null; readonly lotNumber: string; readonly disposition: string | null; readonly holds: string[]; readonly site: { readonly name: string } | null } }[] }
}
const noticeFields = 'id status itemCount outstandingCount roles recipient { id name country } recall { reference title } items(first: 60) { totalCount edges { node { serialNumber lotNumber disposition holds site { name } } } }'
const noticesOf = async (viewer: string): Promise<Notice[]> =>
  (await ask<{ recallNotices: { edges: { node: Notice }[] } }>(viewer, `{ recallNotices(first: 10) { totalCount edges { node { ${noticeFields} } } } }`)).recallNotices.edges.map(({ node }) => node)
const noticeOf = async (viewer: string, reference: string): Promise<Notice | undefined> => (await noticesOf(viewer)).find(({ recall }) => recall.reference === reference)
const serialsOn = (notice: Notice | undefined): string[] => (notice?.items.edges ?? []).map(({ node }) => node.serialNumber ?? node.lotNumber)

interface Recall { readonly id: string; readonly reference: string; readonly status: string; readonly scope: { readonly batchCount: number; readonly serialCount: number } }
const verdictFor = async (viewer: string, code: string): Promise<{ verdict: string; reasons: { code: string }[] }> =>
  (await ask<{ lookup: { verdict: string; reasons: { code: string }[] } }>(viewer, 'query ($code: String!) { lookup(code: $code) { verdict reasons { code } } }', { code })).lookup
const progressOf = (id: string) => ask<{ recall: { status: string; progress: Record<string, never> & { accountedForCount: number; serialCount: number; minutesToNotify: number; minutesToScope: number; noticeCount: number; respondedCount: number } } }>('quality', operation('recall-progress'), { id })

const makerOf = cypher<{ recall: string }, { id: string }>()`MATCH (recall:Recall {id: $in.recall}) RETURN recall.maker AS id`
const linesOf = cypher<{ recall: string }, { serial: string; disposition: string | null }>()`
MATCH (:Recall {id: $in.recall})-[:ISSUED]->(:RecallNotice)-[item:LISTS]->(serial:Serial)
WHERE item.role IN ['HOLDER', 'USER', 'RECIPIENT', 'FOUND']
RETURN serial.id AS serial, item.dispositions[0] AS disposition`

const lot = (number: string): string => `(01)06972145030560(10)${number}`
const device = (number: string, lotNumber: string): string => `(01)06972145030560(10)${lotNumber}(21)${number}`
const draft = (more: object = {}) => ({ title: 'Balloon shaft may kink', reason: 'Tube lot out of tolerance', classification: 'II', actions: ['STOP_USE', 'RETURN'], scope: { batches: [lot('2606B03')] }, ...more })

describe('a recall', () => {
  let recall: Recall

  it('is drafted with a scope that is found at once, and unknown to anybody outside', async () => {
    const drafted = await say<{ recall: Recall }>('quality', 'draft-recall', draft())
    expect(drafted).toMatchObject({ __typename: 'DraftRecallSuccess', recall: { status: 'DRAFT', classification: 'II', drill: false, scope: { batchCount: 1, serialCount: 40 } } })
    recall = drafted.recall
    for (const viewer of ['hospital:CJUH', 'distributor:KANGLUO', 'supplier:SULU-POLYMER', 'quality:ABBOTT-VASCULAR']) {
      expect(await ask(viewer, 'query ($id: ID!) { recall(id: $id) { id } node(id: $id) { id } }', { id: recall.id })).toEqual({ recall: null, node: null })
      expect(await noticeOf(viewer, recall.reference)).toBeUndefined()
    }
    expect((await verdictFor('hospital:CJUH', device('B03-005', '2606B03'))).verdict).toBe('CLEAR')
  })

  it('is refused with a lot that is not there, without anything to do, and for another maker’s goods', async () => {
    expect(await say('quality', 'draft-recall', draft({ scope: { batches: ['MISTYPED'] } }))).toMatchObject({ __typename: 'Refused', code: 'INVALID_INPUT', path: ['scope'] })
    expect(await say('quality', 'draft-recall', draft({ actions: [] }))).toMatchObject({ code: 'INVALID_INPUT', path: ['actions'] })
    expect(await say('quality:ABBOTT-VASCULAR', 'draft-recall', draft())).toMatchObject({ code: 'INVALID_INPUT', path: ['scope'] })
    expect(await say('hospital:CJUH', 'draft-recall', draft())).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await say('quality:ABBOTT-VASCULAR', 'approve-recall', { recall: recall.id, signature })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is not signed with a wrong password, and nothing has happened then', async () => {
    expect(await say('quality', 'approve-recall', { recall: recall.id, signature: { ...signature, password: 'wrong' } })).toMatchObject({ code: 'SIGNATURE_REFUSED' })
    expect((await progressOf(recall.id)).recall).toMatchObject({ status: 'DRAFT', progress: { noticeCount: 0 } })
  })

  it('takes effect with the signature: blocked at every door, a notice with exactly its devices for each who must know', async () => {
    const signed = await say<{ recall: { status: string; notices: { totalCount: number; edges: { node: { recipient: { name: string }; itemCount: number } }[] } } }>('quality', 'approve-recall', { recall: recall.id, signature })
    expect(signed).toMatchObject({ __typename: 'ApproveRecallSuccess', recall: { status: 'ONGOING' } })
    const told = new Map(signed.recall.notices.edges.map(({ node }) => [node.recipient.name, node.itemCount]))
    expect([...told.keys()].sort()).toEqual(['Chengjiang University Hospital', 'Chengzhou Kangluo Medical Co., Ltd.', 'Nanyu Heart Hospital', 'Ningchuan Mailan Medical Devices Co., Ltd.'])
    const hospital = await noticeOf('hospital:CJUH', recall.reference)
    // Ten came, three went back: those are one line of the lot, since it had them.
    expect(serialsOn(hospital)).toEqual(['2606B03', ...Array.from({ length: 7 }, (_, index) => `B03-${String(index + 4).padStart(3, '0')}`)])
    expect(hospital).toMatchObject({ itemCount: 8, outstandingCount: 7, status: 'ISSUED', recipient: { name: 'Chengjiang University Hospital' } })
    expect(hospital?.roles.sort()).toEqual(['FORWARDER', 'HOLDER', 'USER'])
    expect(hospital?.items.edges[5]?.node).toMatchObject({ site: { name: 'Cath lab' }, holds: ['RECALLED'] })
    expect(await verdictFor('hospital:CJUH', device('B03-005', '2606B03'))).toMatchObject({ verdict: 'RECALLED' })
    expect(await verdictFor('hospital:CZFP', device('B03-005', '2606B03'))).toMatchObject({ verdict: 'RECALLED' })
  })

  it('cannot be signed twice, revised or cancelled any more', async () => {
    expect(await say('quality', 'approve-recall', { recall: recall.id, signature })).toMatchObject({ code: 'CONFLICT' })
    expect(await say('quality', 'draft-recall', draft({ recall: recall.id }))).toMatchObject({ code: 'CONFLICT' })
  })

  it('shows a notice to its recipient and to the maker, and to nobody else', async () => {
    const own = (await noticeOf('hospital:CJUH', recall.reference))!
    const query = 'query ($id: ID!) { recallNotice(id: $id) { id } node(id: $id) { id } }'
    expect(await ask('quality', query, { id: own.id })).toEqual({ recallNotice: { id: own.id }, node: { id: own.id } })
    for (const viewer of ['hospital:CZFP', 'distributor:KANGLUO', 'distributor:NORDKAI', 'supplier:SULU-POLYMER', 'quality:ABBOTT-VASCULAR']) {
      expect(await ask(viewer, query, { id: own.id }), viewer).toEqual({ recallNotice: null, node: null })
      expect(await say(viewer.startsWith('supplier') ? 'distributor:NORDKAI' : viewer, 'acknowledge-recall-notice', { notice: own.id })).toMatchObject({ __typename: 'Refused' })
    }
    const { recall: seen } = await ask<{ recall: { notices: { totalCount: number }; progress: { noticeCount: number; serialCount: number }; scope: { serialCount: number } } }>('hospital:CJUH', 'query ($id: ID!) { recall(id: $id) { notices { totalCount } progress { noticeCount serialCount } scope { serialCount holders { serialCount } } } }', { id: recall.id })
    expect(seen).toMatchObject({ notices: { totalCount: 1 }, progress: { noticeCount: 1, serialCount: 7 }, scope: { serialCount: 7, holders: [] } })
  })

  it('is answered in parts, with corrections, by the device and by the lot; bad lines come back', async () => {
    const notice = (await noticeOf('hospital:CJUH', recall.reference))!
    expect(await say('hospital:CJUH', 'acknowledge-recall-notice', { notice: notice.id })).toMatchObject({ notice: { status: 'ACKNOWLEDGED' } })
    const first = await say<{ rejected: { line: number; reason: { code: string } }[] }>('hospital:CJUH', 'respond-to-recall-notice', {
      notice: notice.id, quantityOnHandAtReceipt: 6,
      dispositions: [
        { code: device('B03-004', '2606B03'), disposition: 'CONSUMED' },
        { code: 'B03-005', disposition: 'QUARANTINED' },
        { code: device('B04-005', '2608B04'), disposition: 'QUARANTINED' },
        { code: 'nonsense', disposition: 'RETURNED' },
      ],
    })
    expect(first).toMatchObject({ __typename: 'RespondToRecallNoticeSuccess', notice: { status: 'PARTLY_RESPONDED', outstandingCount: 5 } })
    expect(first.rejected.map(({ line, reason }) => [line, reason.code])).toEqual([[3, 'NOT_ON_NOTICE'], [4, 'NOT_ON_NOTICE']])
    expect(await say('hospital:CJUH', 'respond-to-recall-notice', { notice: notice.id, dispositions: [{ code: 'B03-005', disposition: 'RETURNED' }] })).toMatchObject({ notice: { outstandingCount: 5 } })
    const answered = (await noticeOf('hospital:CJUH', recall.reference))!.items.edges.find(({ node }) => node.serialNumber === 'B03-005')
    expect(answered?.node.disposition).toBe('RETURNED')
  })

  it('is counted by pages of any length as its lines say, each device once', async () => {
    const graph = openGraph(database)
    const [maker] = await graph.read(makerOf, { recall: recall.id })
    const reader = graph.as({ organization: maker?.id, internal: true })
    const lines = await graph.read(linesOf, { recall: recall.id })
    const isAccounted = ({ disposition }: { disposition: string | null }): boolean => dispositionsBy.accounting.some((known) => known === disposition)
    const serials = [...new Set(lines.map(({ serial }) => serial))]
    const expected = { serials: serials.length, accountedSerials: serials.filter((serial) => lines.some((line) => line.serial === serial && isAccounted(line))).length }
    expect(expected.accountedSerials).toBeGreaterThan(0)
    expect(expected.serials, 'both ends of a transit list it').toBeLessThan(lines.length)
    for (const limit of [1, 2, 3, 2_000]) {
      const [standing] = await readProgress((statement, input) => reader.read(statement, input), [recall.id], limit)
      expect(standing, `${limit} at once`).toMatchObject(expected)
      expect(standing?.answers.reduce((sum, { count }) => sum + count, 0)).toBe(lines.length)
    }
    await graph.close()
  })

  it('is reported to the authority with the same numbers, whatever is read at once', async () => {
    const graph = openGraph(database)
    const [maker] = await graph.read(makerOf, { recall: recall.id })
    const reader = graph.as({ organization: maker?.id, internal: true })
    const facts = await Promise.all([1, 2, 3, 2_000].map((limit) => readRecallFacts((statement, input) => reader.read(statement, input), recall.id, limit)))
    const lines = await graph.read(linesOf, { recall: recall.id })
    expect(facts[0]?.consignees.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(lines.length)
    expect(facts[0]?.numbers).toEqual([{ lotNumber: '2606B03', serialNumber: null }])
    expect(facts[0]?.products.map(({ di }) => di)).toContain('06972145030560')
    for (const other of facts.slice(1)) expect(other).toEqual(facts[0])
    await graph.close()
  })

  it('is not closed while devices are unaccounted for, unless the signed conclusion says why', async () => {
    const { progress } = (await progressOf(recall.id)).recall
    const open = progress.serialCount - progress.accountedForCount
    expect(open).toBeGreaterThan(0)
    expect(await say('quality', 'close-recall', { recall: recall.id, signature, conclusion: 'All is well.' })).toMatchObject({ code: 'CONFLICT', path: ['conclusion'] })
    expect(await say('quality', 'close-recall', { recall: recall.id, signature, conclusion: `${open} unaccounted for: the wholesaler went out of business.` })).toMatchObject({ recall: { status: 'COMPLETED' } })
    const notice = (await noticeOf('hospital:CJUH', recall.reference))!
    expect(await say('hospital:CJUH', 'respond-to-recall-notice', { notice: notice.id, dispositions: [{ code: 'B03-006', disposition: 'RETURNED' }] })).toMatchObject({ code: 'CONFLICT' })
    expect((await verdictFor('hospital:CJUH', device('B03-006', '2606B03'))).verdict).toBe('CLEAR')
  })
})
