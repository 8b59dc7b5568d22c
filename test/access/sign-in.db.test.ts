import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHub, type TestHub } from '../testkit/hub.ts'

let hub: TestHub
beforeAll(async () => { hub = await openTestHub() })
afterAll(() => hub.stop())

interface TokenAnswer { readonly access_token: string; readonly token_type: string; readonly expires_in: number; readonly error?: string }

const basic = (client: string, secret = `${client}-secret`): string => `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`

const tokenOf = async (authorization: string, form: Record<string, string> = {}): Promise<TokenAnswer & { status: number }> => {
  const response = await fetch(`${hub.url}/oidc/token`, { method: 'POST', headers: { authorization }, body: new URLSearchParams({ grant_type: 'client_credentials', ...form }) })
  return { status: response.status, ...((await response.json()) as TokenAnswer) }
}

const whoIs = async (token: string): Promise<unknown> => {
  const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ viewer { name roles organization { code } } }' }) })
  return ((await response.json()) as { data: { viewer: unknown } }).data.viewer
}

describe('discovery', () => {
  it('is where OpenID Connect has it, with the hub as its issuer', async () => {
    const found = (await (await fetch(`${hub.url}/.well-known/openid-configuration`)).json()) as Record<string, unknown>
    expect(found).toMatchObject({
      issuer: hub.url, authorization_endpoint: `${hub.url}/oidc/auth`, token_endpoint: `${hub.url}/oidc/token`, jwks_uri: `${hub.url}/oidc/jwks`,
      code_challenge_methods_supported: ['S256'], grant_types_supported: expect.arrayContaining(['authorization_code', 'client_credentials']) as string[],
    })
    const { keys } = (await (await fetch(String(found['jwks_uri']))).json()) as { keys: object[] }
    // A key that was replaced stays until its tokens have expired.
    expect(keys.length).toBeGreaterThan(0)
    for (const key of keys) expect(key).not.toHaveProperty('d')
  })
})

describe('a partner’s system', () => {
  it.each([
    ['demo-hospital', 'CJUH', ['HOSPITAL_ADMIN']],
    ['demo-hospital-2', 'CZFP', ['HOSPITAL_ADMIN']],
    ['demo-distributor', 'KANGLUO', ['DISTRIBUTOR_ADMIN']],
    ['demo-distributor-2', 'NORDKAI', ['DISTRIBUTOR_ADMIN']],
    ['demo-supplier', 'SULU-POLYMER', ['SUPPLIER_ADMIN']],
    ['demo-supplier-2', 'QINGYU-COATING', ['SUPPLIER_ADMIN']],
    ['demo-quality', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', ['QUALITY']],
    ['demo-regulatory', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', ['REGULATORY']],
    ['demo-service', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', ['SERVICE']],
    ['demo-admin', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', ['ADMIN']],
    ['demo-auditor', 'NINGCHUAN-MAILAN-MEDICAL-DEVICES', ['AUDITOR']],
  ])('%s gets a token by its secret and acts for %s', async (client, code, roles) => {
    const given = await tokenOf(basic(client))
    expect(given).toMatchObject({ status: 200, token_type: 'Bearer', expires_in: 300 })
    expect(await whoIs(given.access_token)).toMatchObject({ roles, organization: { code } })
  })

  it('may send its secret in the body, and name the API', async () => {
    const response = await fetch(`${hub.url}/oidc/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'demo-quality', client_secret: 'demo-quality-secret', resource: `${hub.url}/graphql`, scope: 'hub' }) })
    expect(response.status).toBe(200)
    expect(await whoIs(((await response.json()) as TokenAnswer).access_token)).toMatchObject({ roles: ['QUALITY'] })
  })

  it.each([
    ['a wrong secret', basic('demo-hospital', 'demo-quality-secret'), 401, 'invalid_client'],
    ['the sum of its secret', basic('demo-hospital', ''), 400, 'invalid_request'],
    ['a name that nobody has', basic('nobody'), 401, 'invalid_client'],
  ])('gets nothing by %s', async (_what, authorization, status, error) => {
    expect(await tokenOf(authorization)).toMatchObject({ status, error })
  })
})
