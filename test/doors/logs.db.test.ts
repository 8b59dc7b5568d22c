import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openVisitor } from '../testkit/cookie-visitor.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'
import { openSocket } from './socket-kit.ts'

// What no hub writes into its graph: whoever comes across it fails in a way that nobody expected.
const breakShares = cypher<object, never>()`MATCH (share:Share) SET share.kind = 'NONSENSE'`
const breakPeople = cypher<object, never>()`MATCH (person:Person {username: 'test.broken'}) SET person.username = 7`
const breakClient = cypher<object, never>()`MATCH (client:ApiClient {name: 'test broken'}) SET client.authentication = 'private_key_jwt', client.jwks = 'no JSON', client.roles = 'no list'`

/** All that it has written at its most talkative level. */
let text = ''
/** What must not be in it, by what it is. */
const secrets = new Map<string, string>()
const secret = (what: string, value: string | null | undefined): string => {
  expect(value, what).toMatch(/.{8,}/)
  secrets.set(what, value ?? '')
  return value ?? ''
}

let database: TestDatabase
let graph: Graph
let hub: TestHub
beforeAll(async () => {
  database = await openDemoDatabase()
  graph = openGraph(database)
  hub = await openHubOn(database, database.dataFolder, { log: { write: (line) => void (text += line) } })
})
afterAll(async () => {
  await hub.stop()
  await graph.close()
  await database.stop()
})

const change = async (viewer: string, mutation: string, type: string, fields: string, input: object): Promise<Record<string, string>> => {
  const { data } = await hub.ask<Record<string, Record<string, string>>>(viewer, `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { ${fields} ... on UserError { code message } } }`, { input: { idempotencyKey: crypto.randomUUID(), ...input } })
  return Object.values(data ?? {})[0] ?? {}
}
const password = secret('password', 'seven quiet herons')

/** The secret of the link that invites somebody. */
const invited = async (username: string): Promise<string> => {
  const email = secret(`address of ${username}`, `${username}.private@example.com`)
  await change('hospital-admin:CJUH', 'invitePerson', 'InvitePerson', '... on PersonSaved { person { id } }', { username, name: 'Somebody', email, roles: ['HOSPITAL_USER'] })
  const folder = join(database.dataFolder, 'mail')
  const mails = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return secret(`link of ${username}`, /\/sign-in\/link\/([\w-]+)/.exec(mails.find((mail) => mail.includes(`To: ${email}`)) ?? '')?.[1])
}
const newClient = async (name: string): Promise<{ id: string; token: string; basic: string }> => {
  const { secret: key, client } = await change('hospital-admin:CJUH', 'createClient', 'CreateClient', '... on ClientProofSaved { secret client { clientId } }', { name, roles: ['HOSPITAL_USER'] })
  const id = (client as unknown as { clientId: string }).clientId
  const basic = secret(`secret of ${name}, encoded`, Buffer.from(`${id}:${secret(`secret of ${name}`, key)}`).toString('base64'))
  const response = await fetch(`${hub.url}/oidc/token`, { method: 'POST', headers: { authorization: `Basic ${basic}` }, body: new URLSearchParams({ grant_type: 'client_credentials' }) })
  return { id, basic, token: secret(`token of ${name}`, ((await response.json()) as { access_token: string }).access_token) }
}
const newShare = async (): Promise<string> => {
  const { link } = await change('admin', 'createShare', 'CreateShare', '... on ShareCreated { link }', { kind: 'SERIAL', subject: '(01)06972145030188(21)ML4-260311-0452', recipient: '宁川市药监局', expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
  return secret('share', link?.replace('/share/', ''))
}

interface Line { readonly requestId?: string; readonly incident?: string; readonly url?: string }
const lines = (): Line[] => text.trim().split('\n').map((line) => JSON.parse(line) as Line)

/** Somebody was told a number; under it the log has the failure, with the request's id that the answer has too. */
const expectLogged = async (response: Response, where: Line = {}): Promise<void> => {
  const told = await response.text()
  const incident = /Quote ([\w-]{36})/.exec(told)?.[1]
  const requestId = response.headers.get('x-request-id')
  expect(incident, told).toBeDefined()
  expect(told).toContain(`"requestId":"${requestId}"`)
  expect(lines()).toContainEqual(expect.objectContaining({ ...where, incident, requestId, err: expect.objectContaining({ type: expect.any(String) as string, stack: expect.any(String) as string }) as object }))
}
const post = (path: string, headers: Record<string, string>, body: string): Promise<Response> => fetch(`${hub.url}${path}`, { method: 'POST', headers, body })
const json = async (viewer: string): Promise<Record<string, string>> => hub.headers(viewer)

describe('the hub’s log', () => {
  it('tells a failure that nobody expected under the id that its request has, without the secrets in its address', async () => {
    const [share, link, client] = [await newShare(), await invited('test.broken'), await newClient('test broken')]
    for (const statement of [breakShares, breakPeople, breakClient]) await graph.write((writer) => writer.run(statement, {}))
    await expectLogged(await fetch(`${hub.url}/shares/${share}`), { url: '/shares/…' })
    await expectLogged(await post(`/sign-in/link/${link}?lang=en`, { 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams({ password, again: password }).toString()), { url: '/sign-in/link/…?lang=…' })
    await expectLogged(await post('/graphql', await json('admin'), '{"query":"{ shares { kind } }"}'))
    const authorization = `Bearer ${client.token}`
    await expectLogged(await post('/graphql', { authorization, 'content-type': 'application/json' }, '{"query":"{ viewer { id } }"}'))
    await expectLogged(await fetch(`${hub.url}/documents/doc_nothing?token=${client.token}`, { headers: { authorization } }), { url: '/documents/doc_nothing?token=…' })
    const socket = await openSocket(hub.url)
    socket.send({ type: 'connection_init', payload: { authorization } })
    expect(await socket.closed()).toBe(4500)
    expect(lines()).toContainEqual(expect.objectContaining({ incident: /Quote ([\w-]{36})/.exec(socket.reason())?.[1], requestId: expect.any(String) as string }))
    const refused = await post('/oidc/token', { authorization: `Basic ${client.basic}`, 'content-type': 'application/x-www-form-urlencoded' }, 'grant_type=client_credentials')
    expect(refused.status).toBe(500)
    expect(lines()).toContainEqual(expect.objectContaining({ msg: 'the sign-in provider failed', requestId: refused.headers.get('x-request-id') }))
  })

  it('has no secret of anybody who signs in, is invited, or is given something', async () => {
    const link = await invited('test.log')
    const visitor = openVisitor(hub.url)
    await visitor.get(`/sign-in/link/${link}`)
    expect((await visitor.post({ password, again: password })).status).toBe(200)
    expect((await visitor.get(`/sign-in/link/${link}`)).status).toBe(410)
    await visitor.begin()
    const { url } = await visitor.post({ username: 'test.log', password })
    secret('code', url.searchParams.get('code'))
    secret('token', await visitor.token())
    secret('wrong password', 'eight loud herons')
    const stranger = openVisitor(hub.url)
    await stranger.begin()
    await stranger.post({ username: 'test.log', password: 'eight loud herons' })
    await newClient('test log')
    expect((await fetch(`${hub.url}/shares/${await newShare()}`)).status).toBe(200)
    expect(secrets.size).toBeGreaterThan(12)
    expect(text).toContain('a mail was written to a file')
    for (const [what, value] of secrets) expect.soft(text.includes(value), what).toBe(false)
  })
})

it('every answer of every door has the id of its request', async () => {
  const seen = new Set<string | null>()
  const paths = ['/graphql', '/oidc/jwks', '/oidc/auth?client_id=nobody', '/oidc/nothing', '/.well-known/openid-configuration', '/sign-in/forgotten', '/sign-in/nothing', '/sign-in/link/nothing', '/shares/nothing', '/documents/nothing', '/labels/nothing.pdf',
    '/exports/sales.csv', '/files/imports/nothing', '/epcis/events', '/evidence/nothing', '/recall-notices/nothing.pdf', '/authority-reports/nothing/mir.pdf', '/acceptance-records/nothing.pdf', '/attachments/nothing', '/healthz', '/readyz', '/', '/nowhere']
  for (const path of paths) {
    const id = (await fetch(`${hub.url}${path}`, { redirect: 'manual' })).headers.get('x-request-id')
    expect(id, path).toMatch(/^[\da-f-]{36}$/)
    seen.add(id)
  }
  expect(seen.size).toBe(paths.length)
  for (const body of ['grant_type=client_credentials', 'client_id=nobody']) expect((await post('/oidc/token', { 'content-type': 'application/x-www-form-urlencoded' }, body)).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
})
