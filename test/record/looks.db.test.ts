import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { signature } from '../features/recalls/sign-kit.ts'
import { openStage, type Stage } from '../features/recalls/story-kit.ts'

const since = cypher<{ at: string }, { subject: string; organization: string; maker: string | null; changes: string }>()`
MATCH (record:AuditRecord) WHERE record.action = 'READ_PERSONAL_DATA' AND record.at >= $in.at
RETURN record.subject AS subject, record.organization AS organization, record.maker AS maker, record.changes AS changes ORDER BY record.at, record.id
`

let stage: Stage
let graph: Graph
let begun: string
beforeAll(async () => {
  stage = await openStage('quality')
  graph = openGraph(stage.database)
})
afterAll(async () => {
  await graph.close()
  await stage.stop()
})
beforeEach(() => { begun = new Date().toISOString() })

/** What was recorded of looks in this test: on what, and which fields. */
const looks = async () => (await graph.read(since, { at: begun })).map(({ subject, changes }) => [subject, (JSON.parse(changes) as { field: string }[]).map(({ field }) => field)])
const today = new Date().toISOString().slice(0, 10)
/** A whole PNG of one pixel. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64')

describe('a look at personal data is on record before it is answered, once a request', () => {
  it('of the list of people', async () => {
    const { organization } = (await stage.ask<{ viewer: { organization: { id: string } } }>('hospital-admin:CJUH', '{ viewer { organization { id } } }')).viewer
    await stage.ask('hospital-admin:CJUH', '{ people { edges { node { name email } } } again: people { edges { node { username } } } }')
    expect(await looks()).toEqual([[organization.id, ['people']]])
    await stage.ask('hospital-user:CJUH', '{ people { edges { node { name } } } }')
    expect(await looks()).toHaveLength(1)
  })

  it('of whom one spoke with by telephone, where that is asked', async () => {
    const { recall } = await stage.say<{ recall: { id: string } }>('quality', 'draft-recall', { title: 'Look', reason: 'x', classification: 'II', actions: ['RETURN'], scope: { batches: ['(01)06972145030560(10)2606B03'] } })
    await stage.tell('quality', 'submitRecallForReview', 'recall { id }', { recall: recall.id })
    await stage.say('quality', 'approve-recall', { recall: recall.id, signature })
    const asked = (fields: string) => stage.ask<{ recall: { notices: { edges: { node: { id: string; phoneCalls: object[] } }[] } } }>('quality', `query ($id: ID!) { recall(id: $id) { notices(first: 50) { edges { node { id phoneCalls { ${fields} } } } } } }`, { id: recall.id })
    const ids = (await asked('id')).recall.notices.edges.map(({ node }) => node.id)
    const [one, other] = ids
    for (const [notice, spokeWith] of [[one, 'Ms Lin'], [one, 'Mr Shen'], [other, 'Ms Gu']]) {
      await stage.ask('quality', 'mutation ($input: LogPhoneCallInput!) { logPhoneCall(input: $input) { __typename } }', { input: { idempotencyKey: crypto.randomUUID(), notice, calledAt: new Date().toISOString(), spokeWith, said: 'Stop using it.', reached: true } })
    }
    await asked('said reached')
    expect(await looks()).toEqual([])
    await asked('spokeWith name: spokeWith')
    expect((await looks()).sort()).toEqual([[one, ['call.spokeWith']], [other, ['call.spokeWith']]].sort())
    expect((await graph.read(since, { at: begun })).every(({ organization, maker }) => organization === maker)).toBe(true)
  })

  it('of a case: who reported it, and what is attached to it', async () => {
    const uploaded = await fetch(`${stage.hub.url}/attachments?title=strip.png`, { method: 'POST', headers: { ...await stage.hub.headers('hospital:CJUH'), 'content-type': 'image/png' }, body: photo })
    const { id: attachment } = (await uploaded.json()) as { id: string }
    const input = { code: '(01)06972145030560(10)2608B04(21)B04-004', occurredOn: today, awareOn: today, description: 'It deflated slowly.', outcomes: ['INTERVENTION_REQUIRED'], reporter: { name: 'Dr. Wei Lan', email: 'wei@cjuh.example' }, attachments: [attachment] }
    const { adverseEvent } = await stage.say<{ adverseEvent: { id: string } }>('hospital:CJUH', 'submit-adverse-event', input)
    const download = async (viewer: string, id = attachment) => (await fetch(`${stage.hub.url}/documents/${id}`, { headers: await stage.hub.headers(viewer) })).status
    await stage.ask('quality', 'query ($id: ID!) { adverseEvent(id: $id) { attachments { id title } } }', { id: adverseEvent.id })
    expect(await looks()).toEqual([])
    await stage.ask('quality', 'query ($id: ID!) { adverseEvent(id: $id) { reporter { name } who: reporter { email } } }', { id: adverseEvent.id })
    expect(await looks()).toEqual([[adverseEvent.id, ['reporter']]])
    for (const viewer of ['quality', 'hospital:CJUH']) expect(await download(viewer), viewer).toBe(200)
    for (const viewer of ['hospital:CZFP', 'quality:ABBOTT-VASCULAR']) expect(await download(viewer), viewer).toBe(404)
    expect((await looks()).slice(1)).toEqual([[adverseEvent.id, [`attachments.${attachment}`]], [adverseEvent.id, [`attachments.${attachment}`]]])
  })
})
