import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { signature } from '../recalls/sign-kit.ts'
import { openStage, type Stage } from '../recalls/story-kit.ts'

/** As a colleague of the tests' people would be: with an account, a session, and what was read. */
const account = cypher<{ person: string; organization: string; name: string; email: string }, never>()`
MATCH (organization:Organization {id: $in.organization})
MERGE (person:Person {id: $in.person})
SET person.username = $in.person, person.name = $in.name, person.email = $in.email, person.active = true, person.roles = []
MERGE (person)-[:WORKS_FOR]->(organization)
CREATE (:ProviderRecord {key: 'Session ' + $in.person, model: 'Session', person: $in.person, uid: $in.person, since: '2026-11-01T08:00:00.000Z', seenAt: '2026-11-02T08:00:00.000Z', address: '192.0.2.77', agent: 'Probe Browser'})
CREATE (:ReadState {person: $in.person, until: '2026-11-02T08:00:00.000Z'}), (:ReadMark {key: $in.person + '|msg_probe', message: 'msg_probe'})
`
/** Calls about a notice of an organization: with whom each was. */
const calls = cypher<{ organization: string; names: readonly string[] }, never>()`
CREATE (:RecallNotice {id: 'ntc_probe', key: 'ntc_probe', organization: $in.organization, maker: 'org_probe', recall: 'rcl_probe', place: '2026-11-01|ntc_probe'})
WITH *
UNWIND $in.names AS name
CREATE (:PhoneCall {id: 'tel_' + size(name), notice: 'ntc_probe', calledAt: '2026-11-01T10:00:00.000Z', said: 'what was said', contact: 'phc_' + size(name)}), (:PhoneContact {id: 'phc_' + size(name), name: name})
`
/** Every node with a word in it, whatever it is. */
const holding = cypher<{ words: readonly string[] }, { label: string }>()`
MATCH (n) WHERE any(key IN keys(n) WHERE any(word IN $in.words WHERE toString(CASE WHEN valueType(n[key]) STARTS WITH 'STRING' THEN n[key] ELSE '' END) CONTAINS word))
UNWIND labels(n) AS label
RETURN DISTINCT label ORDER BY label
`

interface Export { account: { name: string; email: string }; sessions: { address: string; agent: string }[]; reported: { caseNumber: string; name: string; email: string; phone: string | null }[]; called: { spokeWith: string }[]; signed: { act: string; meaning: string; signer: string; subject: string }[]; assigned: { assignee?: string }[]; read: { until: string; messages: number }; acts: { action: string; times: number }[]; values: { value: string }[] }

let stage: Stage
let graph: Graph
beforeAll(async () => {
  stage = await openStage('quality')
  graph = openGraph(stage.database)
})
afterAll(async () => {
  await graph.close()
  await stage.stop()
})

const whoIs = async (viewer: string) => (await stage.ask<{ viewer: { id: string; organization: { id: string } } }>(viewer, '{ viewer { id organization { id } } }')).viewer
const give = async (viewer: string, name: string, email: string): Promise<string> => {
  const { id, organization } = await whoIs(viewer)
  await graph.write((writer) => writer.run(account, { person: id, organization: organization.id, name, email }))
  return id
}
const exportOf = async (viewer: string, person = ''): Promise<{ status: number; data: Export; text: string }> => {
  const answer = await fetch(`${stage.hub.url}/exports/personal-data${person && `?person=${person}`}`, { headers: await stage.hub.headers(viewer) })
  const text = await answer.text()
  return { status: answer.status, data: JSON.parse(text) as Export, text }
}
const today = new Date().toISOString().slice(0, 10)
const report = (reporter: object) => ({ code: '(01)06972145030560(10)2608B04(21)B04-004', occurredOn: today, awareOn: today, description: 'It deflated slowly.', outcomes: ['INTERVENTION_REQUIRED'], reporter })

describe('the export of what the hub holds of a person', () => {
  it('has the contact under which they reported, the calls in which they were spoken with, and where they signed in', async () => {
    const ward = await give('hospital:CJUH', 'Probe Wardwoman', 'probe@cjuh.example')
    const { organization } = await whoIs('hospital:CJUH')
    expect(await stage.say('hospital:CJUH', 'submit-adverse-event', report({ name: 'Sister Probe', email: 'sister@cjuh.example', phone: '+86 512 5550 9911' }))).toMatchObject({ __typename: 'SubmitAdverseEventSuccess' })
    expect(await stage.say('hospital-admin:CJUH', 'submit-adverse-event', report({ name: 'For Sister', email: 'Probe@CJUH.example' }))).toMatchObject({ __typename: 'SubmitAdverseEventSuccess' })
    expect(await stage.say('hospital-admin:CJUH', 'submit-adverse-event', report({ name: 'Another', email: 'another@cjuh.example' }))).toMatchObject({ __typename: 'SubmitAdverseEventSuccess' })
    await graph.write((writer) => writer.run(calls, { organization: organization.id, names: ['Probe Wardwoman', 'Somebody Else'] }))
    const { data, text } = await exportOf('hospital:CJUH')
    expect(data.account).toMatchObject({ name: 'Probe Wardwoman', email: 'probe@cjuh.example' })
    expect(data.reported.map(({ name, phone }) => [name, phone])).toEqual([['Sister Probe', '+86 512 5550 9911'], ['For Sister', null]])
    expect(data.called).toEqual([{ notice: 'ntc_probe', calledAt: '2026-11-01T10:00:00.000Z', spokeWith: 'Probe Wardwoman' }])
    expect(data.sessions).toEqual([{ since: '2026-11-01T08:00:00.000Z', seenAt: '2026-11-02T08:00:00.000Z', address: '192.0.2.77', agent: 'Probe Browser' }])
    expect(data.read).toEqual({ until: '2026-11-02T08:00:00.000Z', messages: 1 })
    expect(data.acts).toContainEqual(expect.objectContaining({ action: 'SUBMIT_ADVERSE_EVENT', times: 1 }))
    for (const others of ['Somebody Else', 'Another', 'what was said']) expect(text).not.toContain(others)
    expect((await exportOf('hospital-admin:CJUH', ward)).data.reported).toHaveLength(2)
    for (const viewer of ['hospital:CZFP', 'hospital-admin:CZFP', 'admin', 'quality']) expect((await exportOf(viewer, ward)).status, viewer).toBe(404)
  })

  it('has signatures with their printed name and the tickets that bear their name; every node that holds a name or address of theirs is told', async () => {
    const person = await give('quality', 'Probe Qualityman', 'probe@mailan.example')
    const { recall } = await stage.say<{ recall: { id: string } }>('quality', 'draft-recall', { title: 'Probe', reason: 'x', classification: 'II', actions: ['RETURN'], scope: { batches: ['(01)06972145030560(10)2606B03'] } })
    await stage.tell('quality', 'submitRecallForReview', 'recall { id }', { recall: recall.id })
    expect(await stage.say('quality', 'approve-recall', { recall: recall.id, signature })).toMatchObject({ __typename: 'ApproveRecallSuccess' })
    const { ticket } = await stage.say<{ ticket: { id: string } }>('hospital:CJUH', 'open-service-ticket', { kind: 'REPAIR', code: '(01)06972145030188(21)ML4-260311-0452', summary: 'It hums.' })
    expect(await stage.tell('service', 'assignServiceTicket', 'ticket { id }', { ticket: ticket.id, assignee: 'Probe Qualityman' })).toMatchObject({ __typename: 'HandleServiceTicketSuccess' })
    const { data } = await exportOf('quality')
    expect(data.signed).toEqual([expect.objectContaining({ act: 'APPROVE_RECALL', signer: 'quality', meaning: signature.meaning, subject: recall.id })])
    expect(data.assigned).toEqual([expect.objectContaining({ assignee: 'Probe Qualityman' })])
    expect((await exportOf('auditor', person)).status).toBe(404)
    // The ticket's record refers to its assignee; an administrator can erase both.
    const told = ['DemoPerson', 'Person', 'PersonalValue', 'PhoneContact', 'ProviderRecord', 'ReporterContact', 'ServiceTicket']
    expect((await graph.read(holding, { words: ['Probe Wardwoman', 'Probe Qualityman', 'Sister Probe', 'probe@', 'sister@', '5550 9911', 'Probe Browser'] })).map(({ label }) => label)).toEqual(told)
    expect(await stage.tell('admin', 'eraseWords', 'erasedValues', { subject: ticket.id, reason: 'asked by letter' })).toMatchObject({ erasedValues: 1 })
    expect((await graph.read(holding, { words: ['Probe Qualityman'] })).map(({ label }) => label)).toEqual(['DemoPerson', 'Person'])
    expect(await stage.tell('hospital-admin:CJUH', 'eraseWords', 'erasedValues', { subject: ticket.id, reason: 'asked by letter' })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
