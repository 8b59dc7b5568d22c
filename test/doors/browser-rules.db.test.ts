import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { issuerSlug, ownAudience } from '../../server/kernel/issuer-setting.ts'
import { type CompanyProcess, startCompany } from '../access/company.ts'
import { openHubOn, type TestHub } from '../testkit/hub-on.ts'

let company: CompanyProcess
/** Behind a proxy that ends TLS, and as it stands on its own machine. */
let secure: TestHub
let plain: TestHub
beforeAll(async () => {
  company = await startCompany()
  const issuers = [{ issuer: company.url, audience: ownAudience, organizationClaim: 'org', rolesClaim: 'groups', roleNames: {}, organizations: ['CZFP'], tokenType: 'at+jwt', clientId: 'hub' }]
  secure = await openHubOn(inject('database'), inject('dataFolder'), { issuers, publicUrl: 'https://hub.example', trustedProxies: ['127.0.0.1'] })
  plain = await openHubOn(inject('database'), inject('dataFolder'), { issuers })
})
afterAll(async () => {
  await Promise.all([secure.stop(), plain.stop()])
  await company.end()
})

/** Every cookie that a sign-in through the portal sets, as the lines that set them. */
const cookiesOfSignIn = async (hub: TestHub, publicUrl: string): Promise<string[]> => {
  const lines: string[] = []
  const jar = new Map<string, string>()
  const asked = new URLSearchParams({
    client_id: 'portal', response_type: 'code', scope: 'openid profile', redirect_uri: `${publicUrl}/signed-in`, state: 'here', demo: 'ward.cjuh', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256',
  })
  let next = `/oidc/auth?${asked.toString()}`
  while (!next.startsWith('/signed-in')) {
    const response = await fetch(`${hub.url}${next}`, { redirect: 'manual', headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') } })
    for (const line of response.headers.getSetCookie()) {
      lines.push(line)
      const [name = '', value = ''] = line.split(/[=;]/)
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`${next} leads nowhere: ${response.status}`)
    const { pathname, search } = new URL(location, hub.url)
    next = pathname + search
  }
  expect(next).toContain('code=')
  return lines
}
const cookieOfProof = async (hub: TestHub): Promise<string[]> =>
  (await fetch(`${hub.url}/sign-in/prove?issuer=${encodeURIComponent(company.url)}`, { redirect: 'manual' })).headers.getSetCookie()

describe('every cookie', () => {
  it.each([['is kept from scripts, other sites and plain HTTP', true], ['of a hub without TLS is all but the last', false]])('%s', async (_what, tls) => {
    const hub = tls ? secure : plain
    const lines = [...await cookiesOfSignIn(hub, tls ? 'https://hub.example' : hub.url), ...await cookieOfProof(hub)]
    const names = lines.map((line) => line.split('=')[0])
    for (const name of ['devicetrail.session', 'devicetrail.session.sig', 'devicetrail.sign-in', 'devicetrail.resume', 'devicetrail.prove']) expect(names).toContain(name)
    for (const line of lines) {
      expect(line).toMatch(/; httponly/i)
      expect(line).toMatch(/; samesite=(lax|strict)/i)
      expect(/; secure/i.test(line), line).toBe(tls)
    }
  })
})

describe('another site’s page', () => {
  const foreign = 'https://evil.example'
  const opened = async (path: string, init: RequestInit = {}): Promise<string[]> => {
    const { headers } = await fetch(`${plain.url}${path}`, { redirect: 'manual', ...init, headers: { origin: foreign, ...init.headers as Record<string, string> } })
    return [...headers.keys()].filter((name) => name.startsWith('access-control-'))
  }
  const preflight = { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } }
  const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) })

  it.each<[string, RequestInit?]>([
    ['/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ viewer { id } }"}' }], ['/graphql', preflight], ['/graphql?query=%7Bviewer%7Bid%7D%7D'],
    ['/documents/doc_nothing'], ['/documents/doc_nothing', preflight], ['/shares/nothing'], ['/epcis/events'], ['/epcis/capture', preflight], ['/exports/sales.csv'], ['/healthz'], ['/nowhere'],
    ['/sign-in/forgotten'], ['/.well-known/openid-configuration'], ['/oidc/jwks'], ['/oidc/jwks', preflight], ['/oidc/auth?client_id=portal'],
    ['/oidc/token', preflight], ['/oidc/token', form({ grant_type: 'client_credentials', client_id: 'demo-hospital', client_secret: 'demo-hospital-secret' })], ['/oidc/token', form({ client_id: 'nobody' })],
  ])('may not read %s', async (path, init) => {
    expect(await opened(path, init)).toEqual([])
  })

  it('gets no token by its own name for the portal, which does', async () => {
    const asked = (origin: string) => fetch(`${plain.url}/oidc/token`, { ...form({ grant_type: 'authorization_code', client_id: 'portal', code: 'x', code_verifier: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', redirect_uri: `${plain.url}/signed-in` }), headers: { origin } })
    expect(await (await asked(foreign)).json()).toMatchObject({ error: 'invalid_request' })
    const own = await asked(plain.url)
    expect([own.headers.get('access-control-allow-origin'), await own.json()]).toMatchObject([plain.url, { error: 'invalid_grant' }])
  })

  it('cannot use a company’s way back', async () => {
    expect(await opened(`/sign-in/company/${issuerSlug(company.url)}?state=prove.x&code=y`)).toEqual([])
  })
})
