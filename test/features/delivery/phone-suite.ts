import { describe, expect, it } from 'vitest'
import { remindOfNotices } from '../../../server/features/delivery/remind.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { signature } from '../recalls/sign-kit.ts'
import { type DeliveryStage, mutation } from './delivery-kit.ts'

interface Task { readonly id: string; readonly phoneTaskSince: string | null; readonly recipientPhone: string | null; readonly recipient: { readonly name: string | null }; readonly phoneCalls: { readonly spokeWith: string; readonly said: string; readonly reached: boolean }[] }
const hour = 3_600_000

/** Where a name could have been left behind: the calls, the answers kept for a repetition, the record. */
const everythingOfCalls = cypher<object, { row: object }>()`
MATCH (n:PhoneCall|IdempotencyKey|AuditRecord) RETURN properties(n) AS row`

/** The amendment's messages as if they came later, to those whom no channel reaches. */
const toldLater = cypher<{ recall: string; at: string }, { id: string }>()`
MATCH (:Recall {id: $in.recall})-[:ISSUED]->(notice:RecallNotice)
MATCH (message:OutboxMessage {subject: notice.id, type: 'recall.notice.extended'})
SET message.at = $in.at
WITH notice WHERE NOT EXISTS { MATCH (endpoint:WebhookEndpoint {organization: notice.organization}) }
RETURN DISTINCT notice.id AS id`

/** Over the database of delivery.db.test.ts: what reached nobody is telephoned, what is not answered is reminded of. */
export const phoneSuite = (of: () => DeliveryStage): void => void describe('a class I notice', () => {
  let recall = ''
  const tasks = async (viewer = 'quality'): Promise<Task[]> =>
    (await of().ask<{ recall: { phoneTasks: Task[] } | null }>(viewer, 'query ($id: ID!) { recall(id: $id) { phoneTasks { id phoneTaskSince recipientPhone recipient { name } phoneCalls { spokeWith said reached } } } }', { id: recall })).recall?.phoneTasks ?? []
  const log = (viewer: string, notice: string, more: object = {}) =>
    of().mutate(viewer, mutation('LogPhoneCallInput', 'PhoneCallLogged', 'call { id caller }', 'logPhoneCall'), { notice, calledAt: new Date().toISOString(), spokeWith: 'Ms Lin, ward 3', said: 'Stop using it.', reached: true, ...more })
  /** The same from two nodes at once, so many hours after now. */
  const look = async (hours: number): Promise<void> => {
    of().ahead = hours * hour
    await Promise.all([remindOfNotices(of().tools('one')), remindOfNotices(of().tools('two'))])
  }
  const told = async (viewer: string, type: string): Promise<number> =>
    (await of().ask<{ messages: { edges: { node: { type: string; recallId: string } }[] } }>(viewer, '{ messages(first: 100) { edges { node { type recallId } } } }')).messages.edges.filter(({ node }) => node.type === type && node.recallId === recall).length

  it('that no channel delivered in time is a task to telephone; whose webhook took it is none', async () => {
    const draft = await of().say<{ recall: { id: string } }>('quality', 'draft-recall', { title: 'Phone', reason: 'Phone', classification: 'I', actions: ['STOP_USE'], scope: { batches: ['(01)06972145030560(10)2606B03'] } })
    recall = draft.recall.id
    await of().tell('quality', 'submitRecallForReview', 'recall { id }', { recall })
    expect(await of().say('quality', 'approve-recall', { recall, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
    // The university hospital has endpoints that take everything; others have none, and mails were but written to files.
    of().ahead = 1_000
    await of().work()
    await look(3)
    expect(await tasks()).toEqual([])
    await look(5)
    const names = (await tasks()).map(({ recipient }) => recipient.name)
    expect(names.length).toBeGreaterThan(0)
    expect(names.join()).not.toContain('Chengjiang University Hospital')
    expect((await tasks()).every(({ phoneTaskSince }) => phoneTaskSince !== null)).toBe(true)
    expect(await told('quality', 'recall.notice.unreached'), 'by two nodes once').toBe(names.length)
  })

  it('is no task any more when somebody was reached; the call stays, for the maker alone', async () => {
    const [task] = await tasks()
    expect(await log('quality', task!.id, { reached: false, spokeWith: 'the gate' })).toMatchObject({ __typename: 'PhoneCallLogged' })
    expect((await tasks()).find(({ id }) => id === task!.id)?.phoneTaskSince).not.toBeNull()
    expect(await log('quality', task!.id)).toMatchObject({ __typename: 'PhoneCallLogged' })
    expect((await tasks()).find(({ id }) => id === task!.id)).toMatchObject({ phoneTaskSince: null, phoneCalls: expect.arrayContaining([{ spokeWith: 'Ms Lin, ward 3', said: 'Stop using it.', reached: true }]) })
    expect(await log('quality', task!.id, { calledAt: '2099-01-01T00:00:00Z' })).toMatchObject({ code: 'INVALID_INPUT', path: ['calledAt'] })
    expect(await log('quality:ABBOTT-VASCULAR', task!.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await tasks('hospital:CJUH')).toEqual([])
  })

  it('keeps with whom somebody spoke apart, and loses it when that is erased', async () => {
    const stored = async (): Promise<string> => {
      const graph = openGraph(of().database)
      const rows = await graph.read(everythingOfCalls, {})
      await graph.close()
      return JSON.stringify(rows)
    }
    const { recall: asked } = await of().ask<{ recall: { phoneTasks: { phoneCalls: { id: string; spokeWith: string | null }[] }[] } }>('quality', 'query ($id: ID!) { recall(id: $id) { phoneTasks { phoneCalls { id spokeWith } } } }', { id: recall })
    const call = asked.phoneTasks.flatMap(({ phoneCalls }) => phoneCalls).find(({ spokeWith }) => spokeWith === 'Ms Lin, ward 3')!
    expect(await stored()).not.toContain('Ms Lin')
    const erase = (viewer: string) => of().mutate(viewer, mutation('EraseCallContactInput', 'PhoneCallLogged', 'call { id spokeWith said }', 'eraseCallContact'), { call: call.id, reason: 'She asked for it' })
    expect(await erase('quality:ABBOTT-VASCULAR')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await erase('quality')).toMatchObject({ call: { id: call.id, spokeWith: null, said: 'Stop using it.' } })
  })

  it('that nobody answers is reminded of, and told to the maker when its time is over, each once', async () => {
    expect(await told('hospital:CJUH', 'recall.notice.reminder')).toBe(0)
    await look(25)
    await look(26)
    expect(await told('hospital:CJUH', 'recall.notice.reminder')).toBe(1)
    await look(80)
    await look(81)
    expect(await told('hospital:CJUH', 'recall.notice.reminder')).toBe(2)
    const notices = (await of().ask<{ recall: { notices: { edges: { node: { status: string; outstandingCount: number } }[] } } }>('quality', 'query ($id: ID!) { recall(id: $id) { notices(first: 100) { edges { node { status outstandingCount } } } } }', { id: recall })).recall.notices.edges
    expect(await told('quality', 'recall.notice.overdue')).toBe(notices.filter(({ node }) => node.outstandingCount > 0).length)
  })

  it('that got longer has to reach somebody again, however the first was had', async () => {
    expect((await tasks()).some(({ phoneTaskSince }) => phoneTaskSince === null), 'somebody was told by telephone').toBe(true)
    expect(await of().tell('quality', 'amendRecall', 'recall { id }', { recall, scope: { batches: ['(01)06972145030560(10)2608B04', '(01)06972145030560(10)2609B05', '(01)06972145030560(10)2603B01'] }, reason: 'The same shaft', signature })).toMatchObject({ recall: { id: recall } })
    const at = (hours: number): string => new Date(Date.now() + hours * hour).toISOString()
    const again = (await of().graph.write((writer) => writer.run(toldLater, { recall, at: at(90) }))).map(({ id }) => id)
    expect(again.length).toBeGreaterThan(0)
    await look(93)
    expect((await tasks()).filter(({ id, phoneTaskSince }) => again.includes(id) && phoneTaskSince !== null && phoneTaskSince > at(90))).toEqual([])
    await look(95)
    expect((await tasks()).filter(({ id, phoneTaskSince }) => again.includes(id) && phoneTaskSince !== null && phoneTaskSince > at(90)).map(({ id }) => id).sort()).toEqual(again.sort())
  })
})
