import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import { openStage, type Outcome, type Stage } from '../recalls/story-kit.ts'
import { newKey, signature } from '../recalls/sign-kit.ts'

const pump = '(01)06972145030188(21)ML4-260311-0452'
const balloons = '(01)06972145030560(10)2608B04'
const day = new Date().toISOString().slice(0, 10)
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

const endShare = cypher<{ id: string }, never>()`MATCH (share:Share {id: $in.id}) SET share.expiresAt = '2020-01-01T00:00:00.000Z'`
const storedTokens = cypher<{ token: string }, { kept: number }>()`
MATCH (n) WHERE n:Share OR n:IdempotencyKey OR n:AuditRecord
WITH n WHERE any(key IN keys(n) WHERE valueType(n[key]) STARTS WITH 'STRING' AND n[key] CONTAINS $in.token)
RETURN count(n) AS kept
`
const suspend = cypher<{ code: string; at: string }, { id: string }>()`
MATCH (organization:Organization {code: $in.code}) SET organization.suspendedAt = $in.at
CREATE (:Revocation {id: 'rev_' + $in.code, kind: 'ORGANIZATION', of: organization.id, at: timestamp()})
RETURN organization.id AS id
`

let stage: Stage
let recall: { id: string; reference: string }
let adverseEvent: { id: string; caseNumber: string }
beforeAll(async () => {
  stage = await openStage('quality')
  const drafted = await stage.say<{ recall: { id: string; reference: string } }>('quality', 'draft-recall', { title: 'SHARED-RECALL', reason: 'a crack', reasonZh: '裂纹', classification: 'II', actions: ['STOP_USE'], scope: { serials: [pump] } })
  recall = drafted.recall
  await stage.tell('quality', 'submitRecallForReview', 'recall { id }', { recall: recall.id })
  await stage.say('quality', 'approve-recall', { recall: recall.id, signature })
  const submitted = await stage.say<{ adverseEvent: typeof adverseEvent }>('hospital:CJUH', 'submit-adverse-event', {
    code: pump, occurredOn: day, awareOn: day, description: 'SHARED-CASE it stopped', outcomes: ['NO_HARM'], couldHaveCausedHarm: true, reporter: { name: 'REPORTER-NAME', email: 'reporter@example.org' }, patient: { ageYears: 68, sex: 'MALE' },
  })
  adverseEvent = submitted.adverseEvent
})
afterAll(() => stage.stop())

interface Shared extends Outcome { readonly share?: { readonly id: string; readonly label: string | null; readonly openings: number }; readonly link?: never }
const creating = 'mutation ($input: CreateShareInput!) { createShare(input: $input) { __typename ... on ShareCreated { share { id label openings } link } ... on Refused { code path } } }'
const share = async (viewer: string, input: object) => {
  const { createShare } = await stage.ask<{ createShare: Omit<Shared, 'link'> & { link?: string; path?: string[] } }>(viewer, creating, { input: { idempotencyKey: newKey(), recipient: '宁川市药监局', expiresAt: inDays(7), ...input } })
  return { ...createShare, id: createShare.share?.id ?? '', url: (createShare.link ?? '').replace('/share/', '/shares/') }
}
/** Opened by somebody who has nothing but the link. */
const open = async (url: string) => {
  const answer = await stage.hub.app.inject({ url })
  return { status: answer.statusCode, text: answer.body }
}
const shown = async (url: string): Promise<Record<string, never>> => JSON.parse((await open(url)).text) as Record<string, never>
const unknown = '/shares/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Words of everything that could be shared: a share holds those of its own alone. */
const others = { recall: 'SHARED-RECALL', case: 'SHARED-CASE', pump: 'ML4-260311-0452', lot: '2608B04', reporter: 'REPORTER-NAME', mail: 'reporter@example.org' }
const expectOnly = (text: string, ...own: (keyof typeof others)[]): void => {
  for (const [name, word] of Object.entries(others)) expect.soft(text.includes(word), `${name} in ${own.join()}`).toBe(own.includes(name as keyof typeof others))
}

describe('a share shows one thing and nothing else', () => {
  it('a recall: its text, its extent, and who was told', async () => {
    const { url, ...made } = await share('regulatory', { kind: 'RECALL', subject: recall.reference })
    expect(made.share).toMatchObject({ label: recall.reference, openings: 0 })
    expect(await shown(url)).toMatchObject({
      kind: 'RECALL', recall: { reference: recall.reference, reasonZh: '裂纹', status: 'ONGOING', serialCount: 1 },
      notices: expect.arrayContaining([expect.objectContaining({ status: 'ISSUED', recipient: expect.objectContaining({ nameZh: '澄江大学附属医院' }) as object })]) as object,
    })
    expectOnly((await open(url)).text, 'recall')
  })

  it('a case: without reporter and patient', async () => {
    const { url } = await share('regulatory', { kind: 'ADVERSE_EVENT', subject: adverseEvent.caseNumber })
    const { text } = await open(url)
    expect(text).toContain(adverseEvent.caseNumber)
    expect(text).not.toMatch(/patient|MALE/)
    expectOnly(text, 'case', 'pump')
  })

  it('a serial: where it came from and what happened to it', async () => {
    const { url } = await share('admin', { kind: 'SERIAL', subject: pump })
    const { thing, events } = await shown(url) as unknown as { thing: object; events: { bizStep: string; errorDeclaredAt: string | null }[] }
    expect(thing).toMatchObject({ serialNumber: 'ML4-260311-0452', product: { di: '06972145030188' } })
    const { serial } = await stage.ask<{ serial: { timeline: { totalCount: number } } }>('quality', 'query ($code: String!) { serial(code: $code) { timeline { totalCount } } }', { code: pump })
    expect(events).toHaveLength(serial.timeline.totalCount)
    expectOnly((await open(url)).text, 'pump')
  })

  it('a batch: the same of a lot', async () => {
    const { url } = await share('admin', { kind: 'BATCH', subject: balloons })
    const { thing, events } = await shown(url) as unknown as { thing: object; events: { bizStep: string }[] }
    expect(thing).toMatchObject({ lotNumber: '2608B04' })
    expect(events.map(({ bizStep }) => bizStep)).toContain('commissioning')
    expectOnly((await open(url)).text, 'lot')
  })

  it('purchases and sales of one organization in one span', async () => {
    const all = { kind: 'PURCHASES_AND_SALES', from: '2000-01-01', to: '2099-01-01' }
    const { url } = await share('distributor:KANGLUO', all)
    expect(await shown(url)).toMatchObject({ kind: 'PURCHASES_AND_SALES', files: ['purchases.csv', 'sales.csv'] })
    const own = await stage.hub.app.inject({ url: '/exports/sales.csv', headers: await stage.hub.headers('distributor:KANGLUO') })
    expect((await open(`${url}/sales.csv`)).text).toBe(own.body)
    expect(own.body.split('\r\n').length).toBeGreaterThan(3)
    expect((await open(`${url}/uses.csv`)).status).toBe(404)
    const none = await share('distributor:KANGLUO', { ...all, from: '1999-01-01', to: '1999-12-31' })
    expect((await open(`${none.url}/sales.csv`)).text.trim().split('\r\n')).toHaveLength(1)
    const { url: serial } = await share('admin', { kind: 'SERIAL', subject: pump })
    expect((await open(`${serial}/sales.csv`)).status).toBe(404)
  })
})

describe('a share is given', () => {
  it.each([
    ['by nobody whose role is another', 'quality-team', { kind: 'SERIAL', subject: pump }, 'NOT_ALLOWED'],
    ['of another maker’s device not at all', 'admin:ABBOTT-VASCULAR', { kind: 'SERIAL', subject: pump }, 'NOT_FOUND'],
    ['of a device that one only has not at all', 'hospital:CJUH', { kind: 'SERIAL', subject: pump }, 'NOT_FOUND'],
    ['of something that is not there not at all', 'admin', { kind: 'RECALL', subject: 'RC-2026-NOTHING' }, 'NOT_FOUND'],
    ['for a time that has passed not at all', 'admin', { kind: 'SERIAL', subject: pump, expiresAt: inDays(-1) }, 'INVALID_INPUT'],
    ['for ever not at all', 'admin', { kind: 'SERIAL', subject: pump, expiresAt: inDays(400) }, 'INVALID_INPUT'],
    ['to nobody in particular not at all', 'admin', { kind: 'SERIAL', subject: pump, recipient: ' ' }, 'INVALID_INPUT'],
    ['without a span not at all', 'distributor:KANGLUO', { kind: 'PURCHASES_AND_SALES' }, 'INVALID_INPUT'],
  ])('%s', async (_what, viewer, input, code) => {
    expect(await share(viewer, input)).toMatchObject({ code })
  })
})

describe('a link', () => {
  const revoke = (viewer: string, id: string) => stage.ask(viewer, 'mutation ($input: RevokeShareInput!) { revokeShare(input: $input) { ... on ShareRevoked { share { id revokedAt } } ... on UserError { code } } }', { input: { idempotencyKey: newKey(), share: id, reason: 'answered' } })

  it('is kept nowhere, is listed for who gave it, and each opening is in the record', async () => {
    const { id, url } = await share('admin', { kind: 'SERIAL', subject: pump })
    const graph = openGraph(stage.database)
    expect(await graph.read(storedTokens, { token: url.replace('/shares/', '') })).toEqual([{ kept: 0 }])
    await graph.close()
    await open(url)
    await open(url)
    const listed = async (viewer: string) => (await stage.ask<{ shares: { id: string; openings: number; openedAt: string | null }[] }>(viewer, '{ shares { id openings openedAt } }')).shares.filter((one) => one.id === id)
    expect(await listed('regulatory')).toEqual([{ id, openings: 2, openedAt: expect.any(String) as string }])
    for (const viewer of ['quality-team', 'admin:ABBOTT-VASCULAR', 'hospital:CJUH']) expect(await listed(viewer), viewer).toEqual([])
    const { auditTrail } = await stage.ask<{ auditTrail: { edges: { node: { action: string; address: string | null } }[] } }>('auditor', 'query ($subject: ID!) { auditTrail(subject: $subject) { edges { node { action address } } } }', { subject: id })
    expect(auditTrail.edges.map(({ node }) => node.action)).toEqual(['SHARE_OPEN', 'SHARE_OPEN', 'MANAGE_SHARES'])
    expect(auditTrail.edges[0]?.node.address).toBe('127.0.0.1')
  })

  it('that is unknown, has expired or was revoked opens the same nothing', async () => {
    const nothing = await open(unknown)
    expect(nothing.status).toBe(404)
    const expired = await share('admin', { kind: 'SERIAL', subject: pump })
    const graph = openGraph(stage.database)
    await graph.write((writer) => writer.run(endShare, { id: expired.id }))
    await graph.close()
    expect(await open(expired.url)).toEqual(nothing)
    const revoked = await share('admin', { kind: 'SERIAL', subject: pump })
    expect((await open(revoked.url)).status).toBe(200)
    expect(await revoke('admin:ABBOTT-VASCULAR', revoked.id)).toMatchObject({ revokeShare: { code: 'NOT_FOUND' } })
    expect(await revoke('regulatory', revoked.id)).toMatchObject({ revokeShare: { share: { id: revoked.id } } })
    expect(await open(revoked.url)).toEqual(nothing)
    expect(await revoke('regulatory', revoked.id)).toMatchObject({ revokeShare: { code: 'NOT_FOUND' } })
  })
})

describe('an organization that has left', () => {
  it('has nothing but its statutory exports, and those for its administrators alone', async () => {
    const exported = async (viewer: string) => stage.hub.app.inject({ url: '/exports/sales.csv', headers: await stage.hub.headers(viewer) })
    const before = await exported('distributor-admin:NORDKAI')
    expect(before.statusCode).toBe(200)
    const graph = openGraph(stage.database)
    await graph.write((writer) => writer.run(suspend, { code: 'NORDKAI', at: inDays(0) }))
    await graph.close()
    await expect.poll(async () => (await stage.hub.ask('distributor-admin:NORDKAI', '{ viewer { id } }')).status, { timeout: 30_000 }).toBe(401)
    const after = await exported('distributor-admin:NORDKAI')
    expect([after.statusCode, after.body]).toEqual([200, before.body])
    expect((await exported('distributor-user:NORDKAI')).statusCode).toBe(401)
    expect((await stage.hub.app.inject({ url: '/documents/doc_nothing', headers: await stage.hub.headers('distributor-admin:NORDKAI') })).statusCode).toBe(401)
    const { hub } = stage
    const client = await fetch(`${hub.url}/oidc/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo-distributor-2', client_secret: 'demo-distributor-2-secret' }) })
    const { access_token: token } = (await client.json()) as { access_token: string }
    expect((await hub.app.inject({ url: '/exports/sales.csv', headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(401)
  })
})
