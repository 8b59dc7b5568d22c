import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { totpAt } from '../../server/access/totp.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openVisitor } from '../testkit/cookie-visitor.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

let hub: TestHub
let graph: Graph
beforeAll(async () => {
  hub = await openHubOn(inject('database'), inject('dataFolder'))
  graph = openGraph(inject('database'), { deadline: 60_000 })
})
afterAll(() => Promise.all([graph.close(), hub.stop()]))

interface Kept { readonly action: string; readonly outcome: string; readonly code: string | null; readonly actor: string | null; readonly client: string | null; readonly organization: string | null; readonly address: string | null; readonly changes: string }
const recordsOf = cypher<{ subject: string }, Kept>()`
MATCH (record:AuditRecord) WHERE record.subject = $in.subject AND record.at > ''
OPTIONAL MATCH (address:PersonalValue {id: record.address})
RETURN record.action AS action, record.outcome AS outcome, record.code AS code, record.actor AS actor, record.client AS client, record.organization AS organization, address.value AS address, record.changes AS changes
ORDER BY record.at, record.id
`
const holding = cypher<{ words: readonly string[] }, { label: string }>()`
MATCH (node) WHERE any(key IN keys(node) WHERE any(one IN [] + node[key] WHERE any(word IN $in.words WHERE toStringOrNull(one) CONTAINS word)))
RETURN DISTINCT labels(node)[0] AS label
`
const kept = (subject: string): Promise<Kept[]> => graph.read(recordsOf, { subject })
const fields = ({ changes }: Kept): string[] => (JSON.parse(changes) as { field: string; before: string | null; after: string | null }[]).map(({ field, before, after }) => `${field} ${before} ${after}`)

const password = 'seven quiet herons'
const linkTo = async (username: string): Promise<string> => {
  const folder = join(inject('dataFolder'), 'mail')
  const mails = await Promise.all((await readdir(folder)).sort().reverse().map((name) => readFile(join(folder, name), 'utf8')))
  return /\/sign-in\/link\/[\w-]+/.exec(mails.find((text) => text.includes(`To: ${username}@example.com`)) ?? '')?.[0] ?? ''
}
const account = async (admin: string, username: string, role: string): Promise<{ person: string; organization: string }> => {
  const { data } = await hub.ask<{ invitePerson: { person: { id: string } } }>(admin, 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { ... on PersonSaved { person { id } } } }', { input: { idempotencyKey: crypto.randomUUID(), username, name: 'Somebody', email: `${username}@example.com`, roles: [role] } })
  const visitor = openVisitor(hub.url)
  await visitor.get(await linkTo(username))
  await visitor.post({ password, again: password })
  const own = await hub.ask<{ viewer: { organization: { id: string } } }>(admin, '{ viewer { organization { id } } }')
  return { person: data!.invitePerson.person.id, organization: own.data!.viewer.organization.id }
}
const attempt = async (username: string, secret: string) => {
  const visitor = openVisitor(hub.url)
  await visitor.begin()
  return { visitor, page: await visitor.post({ username, password: secret }) }
}

describe('what becomes of that by which a person signs in', () => {
  it('is on record with who, whose, from where and what, and without a secret', async () => {
    const { person, organization } = await account('quality', 'test.recorded', 'QUALITY')
    const { visitor, page } = await attempt('test.recorded', password)
    const secret = (/class="code">((?:[A-Z2-7]{4} ?){8})</.exec(page.text)?.[1] ?? '').replaceAll(' ', '')
    const codes = await visitor.post({ code: totpAt(secret, Date.now()) })
    const [recovery = ''] = /[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/.exec(codes.text) ?? []
    await visitor.post({ kept: 'yes' })
    await (await attempt('test.recorded', password)).visitor.post({ code: recovery })
    await (await attempt('test.recorded', password)).visitor.post({ code: totpAt(secret, Date.now() + 30_000) })
    await (await attempt('test.recorded', password)).visitor.post({ code: recovery })
    const forgot = openVisitor(hub.url)
    await forgot.get('/sign-in/forgotten')
    const first = await linkTo('test.recorded')
    await forgot.post({ username: 'test.recorded' })
    await expect.poll(() => linkTo('test.recorded'), { timeout: 20_000 }).not.toBe(first)
    await forgot.get(await linkTo('test.recorded'))
    await forgot.post({ password: 'nine other herons', again: 'nine other herons' })

    const records = await kept(person)
    expect(records.filter(({ action }) => action !== 'MANAGE_PEOPLE').map((one) => [one.action, one.code, ...fields(one)].join(', '))).toEqual([
      'SET_PASSWORD, , password null set, link INVITATION null',
      'SET_SECOND_FACTOR, , authenticator null set, recoveryCodes null 10', 'SIGN_IN, , method null PASSWORD_AND_CODE',
      'USE_SECOND_FACTOR, , recoveryCodes 10 9', 'SIGN_IN, , method null PASSWORD_AND_CODE',
      'USE_SECOND_FACTOR, , authenticator null used', 'SIGN_IN, , method null PASSWORD_AND_CODE',
      'SIGN_IN, BAD_CREDENTIALS, method null PASSWORD_AND_CODE',
      'ASK_PASSWORD_LINK, ', 'SET_PASSWORD, , password set set, link RESET null',
    ])
    for (const record of records) expect(record).toMatchObject({ organization, ...(record.action === 'MANAGE_PEOPLE' ? {} : { address: '127.0.0.1', actor: record.action === 'ASK_PASSWORD_LINK' ? null : person }) })
    expect(await graph.read(holding, { words: [secret, recovery, password] })).toEqual([])
  })
})

describe('a sign-in that fails', () => {
  it('is in the history of the account’s own organization, with why; a name that nobody has is nowhere', async () => {
    const { person, organization } = await account('hospital:CJUH', 'test.mistyped', 'HOSPITAL_USER')
    for (const wrong of ['wrong wrong wrong', 'wrong again and again']) await attempt('test.mistyped', wrong)
    await attempt('Typed-Secret-Probe', 'x')
    const failed = (await kept(person)).filter(({ outcome }) => outcome === 'REFUSED')
    expect(new Set(failed.map(({ action, code, actor, organization: own }) => [action, code, actor, own].join(' ')))).toEqual(new Set([`SIGN_IN BAD_CREDENTIALS ${person} ${organization}`]))
    const history = async (viewer: string) => (await hub.ask<{ auditRecords: { edges: { node: { outcome: string; subject: string | null } }[] } }>(viewer, '{ auditRecords(action: "SIGN_IN", first: 50) { edges { node { outcome subject } } } }')).data!.auditRecords.edges.filter(({ node }) => node.subject === person && node.outcome === 'REFUSED').length
    expect([await history('hospital:CJUH') > 0, await history('hospital:CZFP')]).toEqual([true, 0])
    await hub.ask('hospital:CJUH', 'mutation ($input: ChangePersonInput!) { changePerson(input: $input) { __typename } }', { input: { idempotencyKey: crypto.randomUUID(), person, roles: ['HOSPITAL_USER'], active: false, reason: 'left' } })
    await attempt('test.mistyped', password)
    expect((await kept(person)).map(({ code }) => code)).toContain('DEACTIVATED')
    expect(await graph.read(holding, { words: ['Typed-Secret-Probe', 'typed-secret-probe'] })).toEqual([])
  })

  it('of a system names the system, whose administrators find it', async () => {
    const ask = (client: string) => fetch(`${hub.url}/oidc/token`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from(`${client}:wrong`).toString('base64')}` }, body: new URLSearchParams({ grant_type: 'client_credentials' }) })
    expect([(await ask('demo-hospital')).status, (await ask('typed-client-probe')).status]).toEqual([401, 401])
    const refused = async () => (await hub.ask<{ auditRecords: { edges: { node: { outcome: string; code: string | null } }[] } }>('hospital:CJUH', '{ auditRecords(action: "TOKEN_ISSUE", first: 50) { edges { node { outcome code } } } }')).data!.auditRecords.edges.map(({ node }) => `${node.outcome} ${node.code}`)
    await expect.poll(refused, { timeout: 20_000 }).toContain('REFUSED INVALID_CLIENT')
    expect(await graph.read(holding, { words: ['typed-client-probe'] })).toEqual([])
  })

  it('says by what it tried to prove itself, whatever it is registered with', async () => {
    const { data } = await hub.ask<{ clients: { edges: { node: { id: string; clientId: string } }[] } }>('hospital:CJUH', '{ clients { edges { node { id clientId } } } }')
    const { id } = data!.clients.edges.map(({ node }) => node).find(({ clientId }) => clientId === 'demo-hospital')!
    const assertion = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from(JSON.stringify({ iss: 'demo-hospital', sub: 'demo-hospital' })).toString('base64url')}.AAAA`
    const ask = (form: Record<string, string>) => fetch(`${hub.url}/oidc/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', ...form }) })
    await ask({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion })
    await ask({ client_id: 'demo-hospital' })
    await ask({ client_id: 'demo-hospital', client_secret: 'wrong' })
    await expect.poll(async () => new Set((await kept(id)).filter(({ outcome }) => outcome === 'REFUSED').flatMap(fields)), { timeout: 20_000 })
      .toEqual(new Set(['method null PRIVATE_KEY_JWT', 'method null NONE', 'method null CLIENT_SECRET']))
  })

  it('by a click on one of the demo’s accounts is recorded like any other', async () => {
    const { person } = await account('hospital:CJUH', 'test.clicked', 'HOSPITAL_USER')
    const visitor = openVisitor(hub.url)
    await visitor.get(`/oidc/auth?${new URLSearchParams({ client_id: 'portal', response_type: 'code', scope: 'openid', redirect_uri: `${hub.url}/signed-in`, state: 'here', code_challenge: 'A'.repeat(43), code_challenge_method: 'S256', demo: 'test.clicked' }).toString()}`)
    expect((await kept(person)).map(({ action, code }) => `${action} ${code}`)).toContain('SIGN_IN BAD_CREDENTIALS')
  })
})
