import { generateKeyPairSync } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hashOfSecret } from '../../server/access/provider/adapter.ts'
import { rotateSigningKey } from '../../server/access/provider/keys.ts'
import { openSecrets } from '../../server/access/secrets.ts'
import { revokeIn } from '../../server/access/revocations.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { type IssuerSetting, ownAudience } from '../../server/kernel/issuer-setting.ts'
import { badTokens, type Company, newCompany, tokenOf } from '../testkit/bad-tokens.ts'
import { type CompanyProcess, startCompany } from './company.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

const saveClient = cypher<{ clientId: string; properties: object }, never>()`
MATCH (organization:Organization {code: 'CJUH'})
MERGE (client:ApiClient {clientId: $in.clientId})
SET client += $in.properties, client.id = 'cli_' + $in.clientId, client.name = $in.clientId, client.roles = ['HOSPITAL_USER'], client.active = true
MERGE (client)-[:ACTS_FOR]->(organization)
`
const deactivateClient = cypher<{ clientId: string }, never>()`MATCH (client:ApiClient {clientId: $in.clientId}) SET client.active = false`
const removeClients = cypher<object, never>()`MATCH (client:ApiClient) WHERE client.clientId STARTS WITH 'test-' DETACH DELETE client`

let graph: Graph
let company: Company
let provider: CompanyProcess
let hub: TestHub
/** A second node on the same graph. */
let other: TestHub
beforeAll(async () => {
  graph = openGraph(inject('database'), { deadline: 60_000 })
  company = await newCompany('https://id.hospital.example')
  provider = await startCompany()
  const issuers: IssuerSetting[] = [
    { issuer: company.issuer, jwks: { keys: [{ ...company.publicKey }] }, audience: ownAudience, organizationClaim: 'organization', rolesClaim: 'realm_access.roles', roleNames: {}, organizations: ['CJUH'], tokenType: 'at+jwt' },
    { issuer: provider.url, audience: ownAudience, organizationClaim: 'org', rolesClaim: 'groups', roleNames: { ward: 'HOSPITAL_USER' }, organizations: ['CZFP'], tokenType: 'at+jwt' },
  ]
  hub = await openHubOn(inject('database'), inject('dataFolder'), { issuers })
  other = await openHubOn(inject('database'), inject('dataFolder'), { issuers, publicUrl: hub.url })
})
afterAll(async () => {
  await graph.write((writer) => writer.run(removeClients, {}))
  await Promise.all([hub.stop(), other.stop(), graph.close(), provider.end()])
})

const ask = async (at: TestHub, token: string) => {
  const response = await fetch(`${at.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { roles organization { code } } }' }) })
  const { data, errors } = (await response.json()) as { data?: { viewer: { roles: string[]; organization: { code: string } } }; errors?: { extensions: { code: string } }[] }
  return { status: response.status, challenge: response.headers.get('www-authenticate'), viewer: data?.viewer, code: errors?.[0]?.extensions.code }
}
const good = { realm_access: { roles: ['HOSPITAL_USER'] } }

describe('a token', () => {
  it('of a trusted issuer says who asks', async () => {
    expect(await ask(hub, await tokenOf(company, { claims: good }))).toMatchObject({ status: 200, viewer: { roles: ['HOSPITAL_USER'], organization: { code: 'CJUH' } } })
  })

  it('that is bad in one of nine ways is refused, at every door', async () => {
    for (const [what, token] of await badTokens(company)) {
      expect(await ask(hub, token), what).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', viewer: undefined, challenge: 'Bearer realm="devicetrail", error="invalid_token"' })
      expect((await fetch(`${hub.url}/documents/doc_nothing`, { headers: { authorization: `Bearer ${token}` } })).status, what).toBe(401)
    }
  })

  it.each([
    ['an organization that the issuer may not speak for', { ...good, organization: 'CZFP' }],
    ['an organization that is not there', { ...good, organization: 'NOWHERE' }],
    ['a role of another kind of organization', { realm_access: { roles: ['QUALITY'] } }],
    ['no role', {}],
    ['a key that it is bound to', { ...good, cnf: { jkt: 'x' } }],
  ])('with %s is refused', async (_what, claims) => {
    expect(await ask(hub, await tokenOf(company, { claims }))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  })

  it('that is missing is asked for', async () => {
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-demo-viewer': 'quality' }, body: '{"query":"{ viewer { id } }"}' })
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="devicetrail"'])
  })
})

describe('a company’s own provider, found by discovery', () => {
  it('speaks for its own organization, in its own words, and for no other', async () => {
    const { tokenFor } = provider
    expect(await ask(hub, await tokenFor({ sub: 'u1', org: 'CZFP', groups: ['ward', 'everybody'] }))).toMatchObject({ status: 200, viewer: { roles: ['HOSPITAL_USER'], organization: { code: 'CZFP' } } })
    expect(await ask(hub, await tokenFor({ sub: 'u1', org: 'CJUH', groups: ['ward'] }))).toMatchObject({ status: 401 })
    expect(await ask(hub, await tokenFor({ sub: 'u1', org: 'CZFP', groups: ['ward'], iss: company.issuer }))).toMatchObject({ status: 401 })
  })

  it('may change its keys', async () => {
    const { tokenFor } = provider
    expect(await ask(hub, await tokenFor({ sub: 'u2', org: 'CZFP', groups: ['ward'] }))).toMatchObject({ status: 200 })
    await tokenFor({ rotate: true })
    const token = await tokenFor({ sub: 'u2', org: 'CZFP', groups: ['ward'] })
    // jose asks an issuer for its keys again two seconds after the last time at the earliest.
    await expect.poll(async () => (await ask(hub, token)).status, { timeout: 20_000 }).toBe(200)
  })
})

const clientToken = async (at: TestHub, form: Record<string, string>, headers: Record<string, string> = {}): Promise<{ status: number; token: string }> => {
  const response = await fetch(`${at.url}/oidc/token`, { method: 'POST', headers, body: new URLSearchParams({ grant_type: 'client_credentials', ...form }) })
  return { status: response.status, token: ((await response.json()) as { access_token?: string }).access_token ?? '' }
}

describe('a system without a secret', () => {
  it('proves itself by its private key, once for each assertion', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] })
    await graph.write((writer) => writer.run(saveClient, { clientId: 'test-key', properties: { authentication: 'private_key_jwt', jwks } }))
    const assertion = await new SignJWT({ jti: crypto.randomUUID() }).setProtectedHeader({ alg: 'ES256', kid: 'k1' }).setIssuer('test-key').setSubject('test-key').setAudience(hub.url).setIssuedAt().setExpirationTime('1m').sign(privateKey)
    const form = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: assertion }
    const { token } = await clientToken(hub, form)
    expect(await ask(hub, token)).toMatchObject({ status: 200, viewer: { organization: { code: 'CJUH' } } })
    expect((await clientToken(hub, form)).status).toBe(401)
  })

  it('proves itself by a certificate, on the word of the configured proxy alone', async () => {
    const proxied = await openHubOn(inject('database'), inject('dataFolder'), { trustedProxies: ['127.0.0.1'] })
    try {
      const subject = 'CN=his.cjuh.example,O=CJUH'
      await graph.write((writer) => writer.run(saveClient, { clientId: 'test-certificate', properties: { authentication: 'tls_client_auth', certificateSubject: subject } }))
      const headers = { 'x-client-verify': 'SUCCESS', 'x-client-subject': subject, 'x-client-certificate': encodeURIComponent(certificate) }
      const form = { client_id: 'test-certificate' }
      expect(await clientToken(proxied, form, headers)).toMatchObject({ status: 200 })
      expect(await clientToken(proxied, form, { ...headers, 'x-client-verify': 'FAILED' })).toMatchObject({ status: 401 })
      expect(await clientToken(proxied, form, { ...headers, 'x-client-subject': 'CN=other' })).toMatchObject({ status: 401 })
      expect(await clientToken(hub, form, headers)).toMatchObject({ status: 401 })
    } finally {
      await proxied.stop()
    }
  })
})

describe('what was given out', () => {
  const newClient = async (clientId: string): Promise<string> => {
    await graph.write((writer) => writer.run(saveClient, { clientId, properties: { authentication: 'client_secret_basic', secretHash: hashOfSecret('a secret') } }))
    return (await clientToken(hub, { client_id: clientId, client_secret: 'a secret' })).token
  }

  it('ends on every node once it is revoked', async () => {
    const token = await newClient('test-revoked')
    expect((await Promise.all([ask(hub, token), ask(other, token)])).map(({ status }) => status)).toEqual([200, 200])
    await graph.write(async (writer) => {
      await writer.run(deactivateClient, { clientId: 'test-revoked' })
      await revokeIn(writer, 'CLIENT', 'test-revoked')
    })
    for (const node of [hub, other]) await expect.poll(async () => (await ask(node, token)).status, { timeout: 30_000, interval: 100 }).toBe(401)
    expect((await clientToken(hub, { client_id: 'test-revoked', client_secret: 'a secret' })).status).toBe(401)
  })

  it('outlives a change of the hub’s keys, which needs no restart', async () => {
    const kidOf = (token: string): unknown => (JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()) as { kid: unknown }).kid
    const before = await newClient('test-rotation')
    await rotateSigningKey(graph, await openSecrets(inject('dataFolder')))
    const renewed = () => clientToken(hub, { client_id: 'test-rotation', client_secret: 'a secret' })
    await expect.poll(async () => kidOf((await renewed()).token) !== kidOf(before), { timeout: 30_000 }).toBe(true)
    const after = (await renewed()).token
    expect((await Promise.all([ask(hub, before), ask(hub, after)])).map(({ status }) => status)).toEqual([200, 200])
  })
})

// A self-signed certificate of nobody, valid in no place: only its being one matters here.
const certificate = await selfSigned()

async function selfSigned(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(new URL('client-certificate.pem', import.meta.url), 'utf8')
}
