import { describe, expect, it } from 'vitest'
import { remindOfDeadlines } from '../../../server/features/delivery/remind-of-deadlines.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { signature } from '../recalls/sign-kit.ts'
import type { Stage } from '../recalls/story-kit.ts'

interface Standing { readonly jurisdiction: string; readonly level: string | null; readonly levelRecorded: boolean; readonly reference: string | null; readonly clocks: { rule: string; state: string; reference: string | null }[] }
const day = 86_400_000

export const authoritySuite = (of: () => Stage): void => void describe('a recall before its authorities', () => {
  let recall = ''
  const china = async (viewer = 'quality'): Promise<Standing | undefined> =>
    (await of().ask<{ recall: { authorities: Standing[] } }>(viewer, 'query ($id: ID!) { recall(id: $id) { authorities { jurisdiction level levelRecorded reference clocks { rule state reference } } } }', { id: recall })).recall.authorities.find(({ jurisdiction }) => jurisdiction === 'CN')
  const standing = (viewer: string, more: object = {}) => of().tell(viewer, 'recordRecallAuthority', 'recall { id }', { recall, jurisdiction: 'CN', level: 'I', authority: '江南省药品监督管理局', reference: '召回〔2026〕7 号', ...more })
  const report = (viewer: string, more: object = {}) => of().tell(viewer, 'recordRecallReport', 'recall { id }', { recall, rule: 'CN_RECALL_PLAN', filedOn: new Date(Date.now() - 1_000).toISOString(), reference: '报告 2026-7', ...more })
  const told = async (type: string): Promise<number> =>
    (await of().ask<{ messages: { edges: { node: { type: string; subject: string } }[] } }>('quality', '{ messages(first: 100) { edges { node { type subject } } } }')).messages.edges.filter(({ node }) => node.type === type && node.subject === recall).length

  it('has the firm’s own class until a level is recorded, and deadlines from the signature on', async () => {
    const draft = await of().say<{ recall: { id: string } }>('quality', 'draft-recall', { title: 'Authorities', reason: 'Coating', classification: 'II', actions: ['RETURN'], scope: { batches: ['(01)06972145030560(10)2606B03'] } })
    recall = draft.recall.id
    await of().tell('quality', 'submitRecallForReview', 'recall { id }', { recall })
    expect(await of().say('quality', 'approve-recall', { recall, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
    expect(await china()).toMatchObject({ level: 'II', levelRecorded: false, reference: null, clocks: [{ rule: 'CN_RECALL_EVENT_FORM' }, { rule: 'CN_RECALL_NOTIFY_II' }, { rule: 'CN_RECALL_PLAN' }] })
  })

  it('takes level and number of the authority, and what was filed, from its maker alone', async () => {
    expect(await standing('regulatory')).toMatchObject({ __typename: 'ChangeRecallSuccess' })
    expect(await report('regulatory')).toMatchObject({ __typename: 'ChangeRecallSuccess' })
    expect(await china()).toMatchObject({ level: 'I', levelRecorded: true, reference: '召回〔2026〕7 号', clocks: [{ rule: 'CN_RECALL_EVENT_FORM' }, { rule: 'CN_RECALL_NOTIFY_I' }, { rule: 'CN_RECALL_PLAN', state: 'MET', reference: '报告 2026-7' }] })
    for (const viewer of ['regulatory:ABBOTT-VASCULAR', 'hospital:CJUH']) expect([await standing(viewer), await report(viewer)], viewer).toMatchObject([{ code: 'NOT_FOUND' }, { code: 'NOT_FOUND' }])
    expect(await china('hospital:CJUH')).toBeUndefined()
    expect(await standing('regulatory', { jurisdiction: 'EU' })).toMatchObject({ code: 'INVALID_INPUT', path: ['level'] })
    expect(await report('regulatory', { rule: 'CN_SERIOUS_20_DAYS' })).toMatchObject({ code: 'INVALID_INPUT', path: ['rule'] })
  })

  it('has a deadline met by the report that is filed for it', async () => {
    const filing = { subject: recall, form: 'FDA_806', authority: '江南省药品监督管理局', filedOn: new Date(Date.now() - 1_000).toISOString(), number: '事件 2026-7', rule: 'CN_RECALL_EVENT_FORM' }
    expect(await of().tell('regulatory', 'recordFiling', 'filing { number }', { ...filing, rule: 'FDA_30_DAYS' }), 'a case’s rule').toMatchObject({ code: 'INVALID_INPUT', path: ['rule'] })
    expect((await china())?.clocks[0]).toMatchObject({ rule: 'CN_RECALL_EVENT_FORM', reference: null })
    expect(await of().tell('regulatory', 'recordFiling', 'filing { number }', filing)).toMatchObject({ filing: { number: filing.number } })
    expect((await china())?.clocks[0]).toMatchObject({ rule: 'CN_RECALL_EVENT_FORM', state: 'MET', reference: filing.number })
  })

  it('is told of before a deadline ends and when it is over, by two nodes once', async () => {
    const graph = openGraph(of().database)
    const look = async (days: number): Promise<void> => {
      const now = (): Date => new Date(Date.now() + days * day)
      await Promise.all([remindOfDeadlines({ graph, now }), remindOfDeadlines({ graph, now })])
    }
    // The event form and the plan are filed; the notification had a day.
    await look(3)
    await look(4)
    expect(await told('recall.deadline.overdue')).toBe(1)
    await graph.close()
  })
})
