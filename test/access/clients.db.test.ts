import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

const removeClients = cypher<object, never>()`MATCH (client:ApiClient) WHERE client.name STARTS WITH 'test ' DETACH DELETE client`
const keptOf = cypher<{ secret: string }, { kept: number }>()`
MATCH (n) WHERE n:ApiClient OR n:IdempotencyKey OR n:AuditRecord
WITH n WHERE any(key IN keys(n) WHERE valueType(n[key]) STARTS WITH 'STRING' AND n[key] CONTAINS $in.secret)
RETURN count(n) AS kept
`

let graph: Graph
let hub: TestHub
/** A second node on the same graph, behind a proxy that ends TLS. */
let other: TestHub
beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000 })
  hub = await openHubOn(inject('database'), inject('dataFolder'))
  other = await openHubOn(inject('database'), inject('dataFolder'), { publicUrl: hub.url, trustedProxies: ['127.0.0.1'] })
})
afterAll(async () => {
  await graph.write((writer) => writer.run(removeClients, {}))
  await Promise.all([hub.stop(), other.stop(), graph.close()])
})

interface Client { id: string; clientId: string; name: string; roles: string[]; authentication: string; certificateSubject: string | null; active: boolean; lastUsedAt: string | null; rotatedAt: string | null }
interface Saved { client?: Client; secret?: string | null; code?: string; path?: string[] }
const fields = 'client { id clientId name roles authentication certificateSubject active lastUsedAt rotatedAt }'
const proving = `... on ClientProofSaved { ${fields} secret } ... on UserError { code path }`
const mutations = {
  createClient: `mutation ($input: CreateClientInput!) { createClient(input: $input) { ${proving} } }`,
  rotateClientSecret: `mutation ($input: RotateClientSecretInput!) { rotateClientSecret(input: $input) { ${proving} } }`,
  changeClient: `mutation ($input: ChangeClientInput!) { changeClient(input: $input) { ... on ClientSaved { ${fields} } ... on UserError { code path } } }`,
}
const say = async (viewer: string, name: keyof typeof mutations, input: object): Promise<Saved> =>
  Object.values((await hub.ask<Record<string, Saved>>(viewer, mutations[name], { input: { idempotencyKey: crypto.randomUUID(), ...input } })).data ?? {})[0] ?? {}
const clientsOf = async (viewer: string): Promise<Client[]> => (await hub.ask<{ clients: { edges: { node: Client }[] } }>(viewer, '{ clients(first: 500) { edges { node { id clientId name roles authentication certificateSubject active lastUsedAt rotatedAt } } } }')).data?.clients.edges.map(({ node }) => node) ?? []

const tokenBy = async (form: Record<string, string>, at = hub, headers: Record<string, string> = {}): Promise<{ status: number; token: string }> => {
  const response = await fetch(`${at.url}/oidc/token`, { method: 'POST', headers, body: new URLSearchParams({ grant_type: 'client_credentials', ...form }) })
  return { status: response.status, token: ((await response.json()) as { access_token?: string }).access_token ?? '' }
}
const whoIs = async (at: TestHub, token: string) => {
  const response = await fetch(`${at.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{"query":"{ viewer { roles organization { code } } }"}' })
  return { status: response.status, viewer: ((await response.json()) as { data?: { viewer: object } }).data?.viewer }
}
const newKey = async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = await exportJWK(publicKey)
  return { privateKey, thumbprint: await calculateJwkThumbprint(jwk), jwks: JSON.stringify({ keys: [{ ...jwk, kid: 'k1', alg: 'ES256' }] }) }
}
const signedBy = async (key: KeyObject, clientId: string): Promise<Record<string, string>> => ({
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: await new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).setIssuer(clientId).setSubject(clientId).setAudience(hub.url).setIssuedAt().setExpirationTime('1m').sign(key),
})
const subject = 'CN=his.cjuh.example,O=CJUH'
const certificate = encodeURIComponent(readFileSync(new URL('client-certificate.pem', import.meta.url), 'utf8'))
/** What a proxy says that verified a certificate. */
const shown = (name: string): Record<string, string> => ({ 'x-client-verify': 'SUCCESS', 'x-client-subject': name, 'x-client-certificate': certificate })
/** Every node refuses the token. */
const refusedEverywhere = (token: string) => expect.poll(async () => [(await whoIs(hub, token)).status, (await whoIs(other, token)).status], { timeout: 30_000 }).toEqual([401, 401])

describe('a partner’s own client', () => {
  it('is made, used, given another secret, another role, and shut out', async () => {
    const input = { idempotencyKey: crypto.randomUUID(), name: 'test HIS', roles: ['HOSPITAL_USER'] }
    const made = await say('hospital-admin:CJUH', 'createClient', input)
    expect(made).toMatchObject({ client: { name: 'test HIS', roles: ['HOSPITAL_USER'], authentication: 'client_secret_basic', active: true, lastUsedAt: null } })
    const { id, clientId } = made.client!
    const repeated = await say('hospital-admin:CJUH', 'createClient', input)
    expect([repeated.client?.id, repeated.secret]).toEqual([id, null])
    expect(await graph.read(keptOf, { secret: made.secret! })).toEqual([{ kept: 0 }])

    const first = await tokenBy({ client_id: clientId, client_secret: made.secret! })
    for (const node of [hub, other]) expect(await whoIs(node, first.token)).toMatchObject({ status: 200, viewer: { roles: ['HOSPITAL_USER'], organization: { code: 'CJUH' } } })
    expect((await clientsOf('hospital-admin:CJUH')).find((client) => client.id === id)?.lastUsedAt).not.toBeNull()

    // A token of the very second of the rotation would be refused with the old ones: the story waits for the next.
    const rotated = await say('hospital-admin:CJUH', 'rotateClientSecret', { client: id })
    expect(rotated.secret).not.toBe(made.secret)
    expect((await tokenBy({ client_id: clientId, client_secret: made.secret! })).status).toBe(401)
    await refusedEverywhere(first.token)
    await expect.poll(async () => (await whoIs(other, (await tokenBy({ client_id: clientId, client_secret: rotated.secret! })).token)).status, { timeout: 30_000 }).toBe(200)

    const { token } = await tokenBy({ client_id: clientId, client_secret: rotated.secret! })
    expect(await say('hospital-admin:CJUH', 'changeClient', { client: id, roles: ['HOSPITAL_ADMIN'], active: true, reason: 'it reports too' })).toMatchObject({ client: { roles: ['HOSPITAL_ADMIN'] } })
    await expect.poll(async () => (await whoIs(other, token)).viewer, { timeout: 30_000 }).toMatchObject({ roles: ['HOSPITAL_ADMIN'] })
    expect(await say('hospital-admin:CJUH', 'changeClient', { client: id, roles: ['HOSPITAL_ADMIN'], active: false, reason: 'replaced' })).toMatchObject({ client: { active: false } })
    expect((await tokenBy({ client_id: clientId, client_secret: rotated.secret! })).status).toBe(401)
    await refusedEverywhere(token)
  })

  it('may prove itself by its own key, and not by what is no public key', async () => {
    const { privateKey, jwks } = await newKey()
    const made = await say('distributor:KANGLUO', 'createClient', { name: 'test WMS', roles: ['DISTRIBUTOR_USER'], jwks })
    expect(made).toMatchObject({ secret: null, client: { authentication: 'private_key_jwt', certificateSubject: null } })
    const { token } = await tokenBy(await signedBy(privateKey, made.client!.clientId))
    expect(await whoIs(hub, token)).toMatchObject({ status: 200, viewer: { organization: { code: 'KANGLUO' } } })
    const secretKey = await exportJWK(privateKey)
    for (const bad of ['no JSON', '{"keys":[]}', JSON.stringify({ keys: [secretKey] }), '{"keys":[{"kty":"oct","k":"AAAA"}]}', '{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}]}'])
      expect(await say('distributor:KANGLUO', 'createClient', { name: 'test bad', roles: ['DISTRIBUTOR_USER'], jwks: bad }), bad).toMatchObject({ code: 'INVALID_INPUT', path: ['jwks'] })
  })

  it('may prove itself by a certificate that the proxy verified, of the subject that was given', async () => {
    const made = await say('distributor:KANGLUO', 'createClient', { name: 'test TMS', roles: ['DISTRIBUTOR_USER'], certificateSubject: subject })
    expect(made).toMatchObject({ secret: null, client: { authentication: 'tls_client_auth', certificateSubject: subject } })
    const { id, clientId } = made.client!
    const { token } = await tokenBy({ client_id: clientId }, other, shown(subject))
    expect(await whoIs(other, token)).toMatchObject({ status: 200, viewer: { organization: { code: 'KANGLUO' } } })
    expect((await tokenBy({ client_id: clientId }, other, shown('CN=another'))).status).toBe(401)
    expect((await tokenBy({ client_id: clientId }, hub, shown(subject))).status).toBe(401)
    expect((await clientsOf('distributor:KANGLUO')).find((client) => client.id === id)).toMatchObject({ certificateSubject: subject })
    for (const bad of ['', 'his.cjuh.example', 'CN=', '/O=CJUH/CN=his', 'CN=a, O=b', 'CN=a;O=b', 'CN=长江', `CN=${'x'.repeat(500)}`])
      expect(await say('distributor:KANGLUO', 'createClient', { name: 'test bad', roles: ['DISTRIBUTOR_USER'], certificateSubject: bad }), bad).toMatchObject({ code: 'INVALID_INPUT', path: ['certificateSubject'] })
    for (const good of [String.raw`CN=a\, b+UID=7,OU=\E6\B1\9F,2.5.4.15=x`, `CN=${'x'.repeat(497)}`])
      expect(await say('distributor:KANGLUO', 'rotateClientSecret', { client: id, certificateSubject: good }), good).toMatchObject({ client: { certificateSubject: good } })
    expect(await say('distributor:KANGLUO', 'createClient', { name: 'test bad', roles: ['DISTRIBUTOR_USER'], certificateSubject: subject, jwks: (await newKey()).jwks })).toMatchObject({ code: 'INVALID_INPUT', path: ['certificateSubject'] })
  })

  it('goes from each way to the next, and what it had is refused; the record says by what it proved itself', async () => {
    const admin = 'hospital-admin:CJUH'
    const [first, second] = [await newKey(), await newKey()]
    const made = await say(admin, 'createClient', { name: 'test LIS', roles: ['HOSPITAL_USER'], jwks: first.jwks })
    const { id: client, clientId } = made.client!
    const old = await tokenBy(await signedBy(first.privateKey, clientId))
    expect(await say(admin, 'rotateClientSecret', { client, jwks: second.jwks })).toMatchObject({ secret: null, client: { authentication: 'private_key_jwt' } })
    await refusedEverywhere(old.token)
    expect((await tokenBy(await signedBy(first.privateKey, clientId))).status).toBe(401)
    expect((await tokenBy(await signedBy(second.privateKey, clientId))).status).toBe(200)
    expect(await say(admin, 'rotateClientSecret', { client, certificateSubject: subject })).toMatchObject({ secret: null, client: { authentication: 'tls_client_auth', certificateSubject: subject } })
    expect((await tokenBy(await signedBy(second.privateKey, clientId))).status).toBe(401)
    expect((await tokenBy({ client_id: clientId }, other, shown(subject))).status).toBe(200)
    const { secret } = await say(admin, 'rotateClientSecret', { client })
    expect((await tokenBy({ client_id: clientId }, other, shown(subject))).status).toBe(401)
    expect((await tokenBy({ client_id: clientId, client_secret: secret! })).status).toBe(200)

    const trail = await hub.ask<{ auditTrail: { edges: { node: { action: string; changes: { field: string; before: string | null; after: string | null }[] } }[] } }>(admin, 'query ($id: ID!) { auditTrail(subject: $id, first: 20) { edges { node { action changes { field before after } } } } }', { id: client })
    const said = trail.data!.auditTrail.edges.filter(({ node }) => node.action === 'MANAGE_CLIENTS').map(({ node }) => node.changes.filter(({ field }) => ['authentication', 'certificateSubject', 'keys'].includes(field)))
    expect(said).toEqual([
      [{ field: 'authentication', before: 'tls_client_auth', after: 'client_secret_basic' }, { field: 'certificateSubject', before: subject, after: null }],
      [{ field: 'authentication', before: 'private_key_jwt', after: 'tls_client_auth' }, { field: 'certificateSubject', before: null, after: subject }, { field: 'keys', before: second.thumbprint, after: null }],
      [{ field: 'authentication', before: 'private_key_jwt', after: 'private_key_jwt' }, { field: 'keys', before: first.thumbprint, after: second.thumbprint }],
      [{ field: 'authentication', before: null, after: 'private_key_jwt' }, { field: 'keys', before: null, after: first.thumbprint }],
    ])
  })

  it('has no roles of another kind, and is nobody else’s', async () => {
    expect(await say('supplier:SULU-POLYMER', 'createClient', { name: 'test MES', roles: ['QUALITY'] })).toMatchObject({ code: 'INVALID_INPUT', path: ['roles'] })
    expect(await say('hospital-user:CJUH', 'createClient', { name: 'test own', roles: ['HOSPITAL_USER'] })).toMatchObject({ code: 'NOT_ALLOWED' })
    const { client } = await say('supplier:SULU-POLYMER', 'createClient', { name: 'test MES', roles: ['SUPPLIER_USER'] })
    expect(await say('supplier:QINGYU-COATING', 'rotateClientSecret', { client: client!.id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await say('admin', 'changeClient', { client: client!.id, roles: ['ADMIN'], active: true, reason: 'mine now' })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await clientsOf('supplier:QINGYU-COATING')).map(({ id }) => id)).not.toContain(client!.id)
    expect(await clientsOf('hospital-user:CJUH')).toEqual([])
  })
})
