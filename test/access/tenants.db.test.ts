import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealStored } from '../../server/access/seal-stored.ts'
import { openSecrets } from '../../server/access/secrets.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { ownAudience } from '../../server/kernel/issuer-setting.ts'
import { openVisitor } from '../testkit/cookie-visitor.ts'
import { openSocket } from '../doors/socket-kit.ts'
import { type CompanyProcess, startCompany } from './company.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

let database: TestDatabase
let graph: Graph
let company: CompanyProcess
let hub: TestHub
const misses = 30
beforeAll(async () => {
  database = await openDemoDatabase()
  graph = openGraph(database, { deadline: 60_000 })
  company = await startCompany()
  const issuer = { issuer: company.url, audience: ownAudience, organizationClaim: 'org', rolesClaim: 'groups', roleNames: { ward: 'HOSPITAL_USER' }, organizations: ['CZFP'], tokenType: 'at+jwt', clientId: 'devicetrail', name: 'Chengzhou' }
  hub = await openHubOn(database, database.dataFolder, { issuers: [issuer], rates: { address: 1e9, client: 1e9, partner: 1e9, misses }, quotas: { stored: 100, waiting: 1e9, papers: 1, allPapers: 1 } })
})
afterAll(async () => {
  await hub.stop()
  await Promise.all([graph.close(), company.end()])
  await database.stop()
})

/** Records that hold somebody's name where it can never be erased. */
const plainNames = cypher<{ name: string }, { action: string }>()`MATCH (record:AuditRecord) WHERE record.changes CONTAINS $in.name RETURN record.action AS action`

interface Organization { readonly id: string; readonly name: string; readonly gln: string | null; readonly suspendedAt: string | null; readonly sites: readonly { id: string; code: string; name: string }[] }
interface Answer { readonly __typename: string; readonly code?: string; readonly path?: readonly string[]; readonly organization?: Organization }

const operator = 'operator:HUB-OPERATIONS'
const inputs = { createOrganization: 'CreateOrganization', changeOrganization: 'ChangeOrganization', setOrganizationActive: 'SetOrganizationActive', inviteAdministrator: 'InviteAdministrator', addSite: 'AddSite', changeSite: 'ChangeSite' }
const say = async (viewer: string, mutation: keyof typeof inputs, input: object): Promise<Answer> => {
  const query = `mutation ($input: ${inputs[mutation]}Input!) { ${mutation}(input: $input) { __typename ... on OrganizationSaved { organization { id name gln suspendedAt sites { id code name } } } ... on UserError { code path } } }`
  const { data, errors } = await hub.ask<Record<string, Answer>>(viewer, query, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  expect(errors).toBeUndefined()
  return data![mutation]!
}
const ownOf = async (viewer: string): Promise<Organization> =>
  (await hub.ask<{ viewer: { organization: Organization } }>(viewer, '{ viewer { organization { id name gln suspendedAt sites { id code name } } } }')).data!.viewer.organization
const linkTo = async (address: string): Promise<string> => {
  const folder = join(database.dataFolder, 'mail')
  const mails = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return /\/sign-in\/link\/[\w-]+/.exec(mails.find((text) => text.includes(`To: ${address}`)) ?? '')?.[0] ?? ''
}

describe('an organization', () => {
  const clinic = { code: 'LAKESIDE', name: 'Lakeside Clinic', kinds: ['HOSPITAL'], country: 'DE', gln: '4012345000009' }

  it('is taken in by the operator, whose administrator then manages it', async () => {
    const made = await say(operator, 'createOrganization', clinic)
    expect(made.organization).toMatchObject({ name: 'Lakeside Clinic', gln: '4012345000009', suspendedAt: null, sites: [{ code: 'LAKESIDE-MAIN' }] })
    const { id: organization } = made.organization!
    expect(await say(operator, 'inviteAdministrator', { organization, username: 'head.lakeside', name: 'Head', email: 'head@lakeside.example' })).toMatchObject({ __typename: 'OrganizationSaved' })
    const visitor = openVisitor(hub.url)
    await visitor.get(await linkTo('head@lakeside.example'))
    await visitor.post({ password: 'seven quiet herons', again: 'seven quiet herons' })
    await visitor.begin()
    await visitor.post({ username: 'head.lakeside', password: 'seven quiet herons' })
    const answer = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${await visitor.token() ?? ''}`, 'content-type': 'application/json' }, body: '{"query":"{ viewer { roles organization { id } } }"}' })
    expect(await answer.json()).toEqual({ data: { viewer: { roles: ['HOSPITAL_ADMIN'], organization: { id: organization } } } })
    const admin = 'hospital-admin:LAKESIDE'
    expect(await say(admin, 'addSite', { organization, place: 'ICU', name: 'Intensive care', kind: 'WARD' })).toMatchObject({ organization: { sites: [{}, { code: 'LAKESIDE.ICU' }] } })
    expect(await say(admin, 'addSite', { organization, place: 'ICU', name: 'Again' })).toMatchObject({ code: 'CONFLICT' })
    const ward = (await ownOf(admin)).sites[1]!.id
    expect(await say(admin, 'changeSite', { site: ward, name: 'ICU 1', kind: 'WARD', reason: 'renamed' })).toMatchObject({ organization: { sites: [{}, { name: 'ICU 1' }] } })
    expect(await say(admin, 'changeOrganization', { organization, name: 'Lakeside', gln: '4012345000009', reason: 'shorter' })).toMatchObject({ organization: { name: 'Lakeside' } })
    // Its wards are its own: the operator keeps no list of them.
    expect(await say(operator, 'changeSite', { site: ward, name: 'x', reason: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    [operator, 'createOrganization', clinic, 'CONFLICT'],
    [operator, 'createOrganization', { ...clinic, code: 'OTHER' }, 'CONFLICT'],
    [operator, 'createOrganization', { ...clinic, code: 'OTHER', gln: '4012345000001' }, 'INVALID_INPUT'],
    [operator, 'createOrganization', { ...clinic, code: 'OTHER', gln: null, kinds: ['OPERATOR'] }, 'INVALID_INPUT'],
    ['admin', 'createOrganization', clinic, 'NOT_ALLOWED'],
    ['hospital-user:CJUH', 'changeOrganization', { organization: 'org_x', name: 'x', reason: 'x' }, 'NOT_ALLOWED'],
  ] as const)('by %s: %s of %j is refused', async (viewer, mutation, input, code) => {
    expect(await say(viewer, mutation, input)).toMatchObject({ code })
  })

  it('learns that the operator let an administrator in: by a message, and in its own record', async () => {
    const { id: organization } = await ownOf('hospital-admin:CJUH')
    expect(await say(operator, 'inviteAdministrator', { organization, username: 'second.cjuh', name: 'Second', email: 'second@cjuh.example' })).toMatchObject({ __typename: 'OrganizationSaved' })
    const learned = async (viewer: string) => (await hub.ask<{ messages: { edges: { node: { type: string } }[] }; auditRecords: { totalCount: number; edges: { node: { action: string; subject: string } }[] } }>(viewer, `{ messages(first: 5) { edges { node { type } } }
      auditRecords(action: "MANAGE_ORGANIZATIONS", first: 5) { totalCount edges { node { action subject } } } }`)).data!
    const { messages, auditRecords } = await learned('hospital-admin:CJUH')
    expect(messages.edges.map(({ node }) => node.type)).toContain('organization.administrator.invited')
    expect(auditRecords).toEqual({ totalCount: 1, edges: [{ node: { action: 'MANAGE_ORGANIZATIONS', subject: organization } }] })
    expect(await graph.read(plainNames, { name: 'second.cjuh' })).toEqual([])
    const other = await learned('hospital-admin:CZFP')
    expect([other.messages.edges.length, other.auditRecords.totalCount]).toEqual([0, 0])
  })

  it('cannot take a number by itself, since goods are sent by it', async () => {
    const { id: organization, name, gln } = await ownOf('hospital-admin:CJUH')
    expect(await say('hospital-admin:CJUH', 'changeOrganization', { organization, name, gln: gln === null ? '4012345000009' : null, reason: 'x' })).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await say('hospital-admin:CJUH', 'addSite', { organization, place: 'X', name: 'X', gln: '4012345000009' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('that is shut out is so on the next request, and may be let in again', async () => {
    const { id: organization } = await ownOf('distributor:NORDKAI')
    const asked = async (): Promise<number> => (await hub.ask('distributor:NORDKAI', '{ viewer { id } }')).status
    const socket = await openSocket(hub.url)
    socket.send({ type: 'connection_init', payload: await hub.headers('distributor:NORDKAI') })
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' })
    socket.send({ id: '1', type: 'subscribe', payload: { query: 'subscription { recallNoticeIssued { id } }' } })
    expect(await say(operator, 'setOrganizationActive', { organization, active: false, reason: 'its contract ended' })).toMatchObject({ organization: { suspendedAt: expect.any(String) as string } })
    await expect.poll(asked, { timeout: 20_000 }).toBe(401)
    // What it listened to ends as well, while it is open.
    expect(await socket.closed()).toBe(4403)
    expect(await say(operator, 'setOrganizationActive', { organization, active: true, reason: 'it came back' })).toMatchObject({ organization: { suspendedAt: null } })
    await expect.poll(asked, { timeout: 20_000 }).toBe(200)
    expect(await say(operator, 'setOrganizationActive', { organization: (await ownOf(operator)).id, active: false, reason: 'x' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })
})

describe('ids that one tenant learns', () => {
  /** Whatever is public, or in the directory. */
  const known = /^(prd|org|sit)_/
  const things = `{
    inventory(first: 200) { edges { node { id recalls { id } } } }
    recallNotices(first: 20) { edges { node { id recall { id } } } }
    recalls(first: 20) { edges { node { id } } }
    serviceTickets(first: 20) { edges { node { id } } }
  }`

  it.each([['hospital-admin:CJUH', 'hospital-admin:CZFP'], ['quality', 'quality:ABBOTT-VASCULAR'], ['distributor:KANGLUO', 'supplier:QINGYU-COATING']])('%s: are nothing to %s, as node or as history', async (owner, stranger) => {
    const { data } = await hub.ask(owner, things)
    const ids = [...new Set(JSON.stringify(data).match(/[a-z]{3}_[\w-]{22}/g))].filter((id) => !known.test(id)).slice(0, 70)
    expect(ids.length).toBeGreaterThan(5)
    const aliases = (asked: readonly string[]) => `{ ${asked.map((id, at) => `a${at}: node(id: "${id}") { id } b${at}: auditTrail(subject: "${id}") { totalCount }`).join(' ')} }`
    const seen: string[] = []
    // As many as a request may rename.
    for (let from = 0; from < ids.length; from += 7) {
      const asked = ids.slice(from, from + 7)
      const answer = await hub.ask<Record<string, { totalCount?: number } | null>>(stranger, aliases(asked))
      expect(answer.errors).toBeUndefined()
      seen.push(...asked.filter((_id, at) => answer.data![`a${at}`] !== null || (answer.data![`b${at}`]?.totalCount ?? 0) > 0))
    }
    // A lot of which both have some is each one's own.
    const own = JSON.stringify((await hub.ask(stranger, things)).data)
    expect(seen.filter((id) => !own.includes(id))).toEqual([])
  })
})

describe('a company’s own provider', () => {
  const whoIs = async (token: string | undefined) => {
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }, body: '{"query":"{ viewer { id name roles organization { code } } }"}' })
    return ((await response.json()) as { data?: { viewer: { id: string } } }).data?.viewer
  }
  const comeIn = async (login: object) => {
    await company.signsIn(login)
    const visitor = openVisitor(hub.url)
    const page = await visitor.begin()
    const way = /href="(\/sign-in\/[\w-]+\/with\/0)">Sign in with Chengzhou</.exec(page.text)?.[1] ?? ''
    return { visitor, seen: await visitor.get(way) }
  }

  it('signs its people in to the portal, by its own names for roles', async () => {
    const { visitor } = await comeIn({ sub: 'nurse-7', org: 'CZFP', groups: ['ward'], name: 'Nurse Seven' })
    expect(await whoIs(await visitor.token())).toMatchObject({ name: 'Nurse Seven', roles: ['HOSPITAL_USER'], organization: { code: 'CZFP' } })
  })

  it('changes its people by claims, each time on record with the roles before and after; names stand apart', async () => {
    const { visitor } = await comeIn({ sub: 'nurse-5', org: 'CZFP', groups: ['ward'], name: 'Nurse Fivefold' })
    const person = (await whoIs(await visitor.token()))!.id
    await comeIn({ sub: 'nurse-5', org: 'CZFP', groups: ['ward'], name: 'Nurse Fivefold' })
    await comeIn({ sub: 'nurse-5', org: 'CZFP', groups: ['ward', 'HOSPITAL_ADMIN'], name: 'Nurse Fivefold' })
    const told = await hub.ask<{ auditRecords: { edges: { node: { subject: string; actor: { id: string }; changes: { field: string; before: string | null; after: string | null }[] } }[] } }>('hospital-admin:CZFP', '{ auditRecords(action: "CLAIMS_CHANGED", first: 50) { edges { node { subject actor { id } changes { field before after } } } } }')
    const own = told.data!.auditRecords.edges.filter(({ node }) => node.subject === person).map(({ node }) => [node.actor.id, ...node.changes.filter(({ field }) => field !== 'locale').map(({ field, before, after }) => `${field}: ${before} > ${after}`)])
    expect(own).toEqual([[person, 'roles: HOSPITAL_USER > HOSPITAL_USER HOSPITAL_ADMIN'], [person, 'roles: null > HOSPITAL_USER', 'name: null > Nurse Fivefold']])
    expect(await graph.read(plainNames, { name: 'Nurse Fivefold' })).toEqual([])
  })

  it('signs nobody in for an organization that is not its own, nor without a role', async () => {
    for (const login of [{ sub: 'nurse-8', org: 'CJUH', groups: ['ward'] }, { sub: 'nurse-8', org: 'CZFP', groups: ['visitors'] }, { sub: 'nurse-8', org: 'CZFP', groups: ['ward'], nonce: 'another' }]) {
      const { visitor, seen } = await comeIn(login)
      expect([seen.status, seen.text.includes('did not let you in')], JSON.stringify(login)).toEqual([422, true])
      expect(await visitor.token()).toBeUndefined()
    }
  })

  it('lets nobody in by an answer at the address of another, as of a provider that sends people on to that', async () => {
    await company.signsIn({ sub: 'nurse-7', org: 'CZFP', groups: ['ward'], name: 'Nurse Seven' })
    const visitor = openVisitor(hub.url, (address) => address.replace('/sign-in/company/', '/sign-in/company/other.'))
    const [way = ''] = /\/sign-in\/[\w-]+\/with\/0/.exec((await visitor.begin()).text) ?? []
    expect((await visitor.get(way)).status).toBe(422)
    expect(await visitor.token()).toBeUndefined()
  })

  it('does not bring back whom the hub’s administrator shut out', async () => {
    const { visitor } = await comeIn({ sub: 'nurse-9', org: 'CZFP', groups: ['ward'] })
    const person = (await whoIs(await visitor.token()))!.id
    const { data } = await hub.ask<{ changePerson: { code?: string } }>('hospital-admin:CZFP', 'mutation ($input: ChangePersonInput!) { changePerson(input: $input) { __typename ... on UserError { code } } }', { input: { idempotencyKey: crypto.randomUUID(), person, roles: ['HOSPITAL_USER'], active: false, reason: 'left' } })
    expect(data!.changePerson).toEqual({ __typename: 'PersonSaved' })
    expect((await comeIn({ sub: 'nurse-9', org: 'CZFP', groups: ['ward'] })).seen.status).toBe(422)
  })

  it('lets a person prove again to be there: a ticket for one signature, its own', async () => {
    const { visitor } = await comeIn({ sub: 'nurse-7', org: 'CZFP', groups: ['ward'], name: 'Nurse Seven' })
    const person = (await whoIs(await visitor.token()))!.id
    const proof = async () => ({ password: '', oneTimeCode: null, ticket: (await visitor.get(`/sign-in/prove?${new URLSearchParams({ issuer: company.url }).toString()}`)).url.hash.slice(1) })
    const given = await proof()
    expect(given.ticket).toHaveLength(43)
    expect((await visitor.get(`/sign-in/link/${given.ticket}`)).status).toBe(410)
    expect(await hub.access.reauthenticate('usr_somebody', given, null)).toBe(false)
    expect(await hub.access.reauthenticate(person, given, null)).toBe(true)
    expect(await hub.access.reauthenticate(person, given, null)).toBe(false)
    await company.signsIn({ sub: 'nurse-7', org: 'CZFP', groups: ['ward'], auth_time: Math.floor(Date.now() / 1_000) - 3_600 })
    expect((await proof()).ticket).toBe('')
  })
})

describe('what an organization may have', () => {
  const attach = async (bytes: number) => fetch(`${hub.url}/attachments?title=${bytes}`, { method: 'POST', headers: { ...(await hub.headers('hospital:CJUH')), 'content-type': 'application/pdf' }, body: `%PDF-1.7\n${'x'.repeat(bytes)}\n%%EOF` })

  it('stores so many bytes, and then nothing more', async () => {
    expect((await attach(200)).status).toBe(413)
    expect((await attach(60)).status).toBe(201)
    expect((await attach(61)).status).toBe(413)
    expect((await attach(10)).status).toBe(201)
    const csv = { method: 'POST', headers: { ...(await hub.headers('hospital:CJUH')), 'content-type': 'text/csv' }, body: 'code\n1' }
    const refused = await fetch(`${hub.url}/files/imports/recordUsage`, csv)
    expect([refused.status, await refused.json()]).toEqual([413, expect.objectContaining({ code: 'TOO_LARGE' })])
  })

  it('makes one paper after the other', async () => {
    const { serial } = (await hub.ask<{ serial: { id: string } }>('hospital:CJUH', '{ serial(code: "ML4-260311-0452") { id } }')).data!
    for (let turn = 0; turn < 3; turn += 1) {
      const paper = await fetch(`${hub.url}/labels/${serial.id}.pdf`, { headers: await hub.headers('hospital:CJUH') })
      expect([paper.status, (await paper.arrayBuffer()).byteLength > 500]).toEqual([200, true])
    }
  })
})

const storedKeys = cypher<object, { kid: string; jwk: string; cookieSecret: string }>()`MATCH (key:SigningKey) WHERE key.createdAt > '' RETURN key.kid AS kid, key.jwk AS jwk, key.cookieSecret AS cookieSecret`
const leaveOpen = cypher<{ kid: string; jwk: string; cookieSecret: string }, never>()`
MATCH (key:SigningKey {kid: $in.kid}) SET key.jwk = $in.jwk, key.cookieSecret = $in.cookieSecret
MERGE (credential:Credential {person: 'usr_open'}) SET credential.totpSecret = 'JBSWY3DPEHPK3PXP'
CREATE (:WebhookSecret {endpoint: 'whk_open', secret: 'whsec_open'})
`
const totpSecret = cypher<object, { secret: string }>()`MATCH (credential:Credential {person: 'usr_open'}) RETURN credential.totpSecret AS secret`
const webhookSecret = cypher<object, { secret: string }>()`MATCH (secret:WebhookSecret {endpoint: 'whk_open'}) RETURN secret.secret AS secret`

describe('secrets in the graph', () => {
  it('are sealed by a key outside it, also those of an older hub', async () => {
    const secrets = await openSecrets(database.dataFolder)
    const [key] = await graph.read(storedKeys, {})
    expect([key!.jwk, key!.cookieSecret].map(secrets.isSealed)).toEqual([true, true])
    const open = { kid: key!.kid, jwk: secrets.open(key!.jwk, key!.kid), cookieSecret: secrets.open(key!.cookieSecret, key!.kid) }
    expect(JSON.parse(open.jwk)).toMatchObject({ kty: 'EC', d: expect.any(String) as string })
    await graph.write((writer) => writer.run(leaveOpen, open))
    await sealStored(graph, secrets)
    const [[sealed], [totp], [hook]] = [await graph.read(storedKeys, {}), await graph.read(totpSecret, {}), await graph.read(webhookSecret, {})]
    expect([secrets.isSealed(hook!.secret), secrets.open(hook!.secret, 'whk_open')]).toEqual([true, 'whsec_open'])
    expect(secrets.open(sealed!.jwk, key!.kid)).toBe(open.jwk)
    expect([secrets.isSealed(sealed!.jwk), secrets.isSealed(totp!.secret), secrets.open(totp!.secret, 'usr_open')]).toEqual([true, true, 'JBSWY3DPEHPK3PXP'])
    // Neither another's place nor another key opens it.
    expect(() => secrets.open(totp!.secret, 'usr_other')).toThrow('DEVICETRAIL_SECRET_KEY')
    const stranger = await openSecrets(database.dataFolder, Buffer.alloc(32, 7).toString('base64'))
    expect(() => stranger.open(totp!.secret, 'usr_open')).toThrow('DEVICETRAIL_SECRET_KEY')
  })
})

describe('looking codes up', () => {
  const lookup = (viewer: string, code: string) => hub.ask<{ lookup: { verdict: string } }>(viewer, 'query ($code: String!) { lookup(code: $code) { verdict } }', { code })

  it('one after the other, of what one has nothing to do with, ends for the minute and is on record; one’s own things go on', async () => {
    const tried = []
    // Over two minutes' budgets, should one end meanwhile.
    for (let number = 0; number <= 2 * misses; number += 1) tried.push(await lookup('distributor:NORDKAI', `(01)06972145030188(21)ML4-260311-${String(number).padStart(4, '0')}`))
    expect(tried[0]).toMatchObject({ status: 200, data: { lookup: { verdict: expect.any(String) as string } } })
    const refused = tried.find(({ errors }) => errors)
    expect(refused).toMatchObject({ status: 429, errors: [{ extensions: { code: 'LOOKUP_LIMIT' } }] })
    for (let again = 0; again <= misses; again += 1) expect((await lookup('hospital:CJUH', 'ML4-260311-0452')).errors).toBeUndefined()
    const { data } = await hub.ask<{ auditRecords: { totalCount: number } }>('distributor-admin:NORDKAI', '{ auditRecords(action: "LOOKUP") { totalCount edges { node { action } } } }')
    expect(data!.auditRecords.totalCount).toBeGreaterThan(0)
  })
})
