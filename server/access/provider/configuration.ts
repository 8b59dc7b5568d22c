import { timingSafeEqual, X509Certificate } from 'node:crypto'
import { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider'
import type { Graph } from '../../kernel/graph.ts'
import { ownAudience } from '../../kernel/issuer-setting.ts'
import { actorOfPerson } from '../viewer.cypher.ts'
import { portalClientId } from '../portal-client.ts'
import { adapterOf } from './adapter.ts'
import { errorPage } from './pages.ts'
import type { Keys } from './keys.ts'

/** Where the provider's own addresses begin; /auth, /token and /me belong to the portal. */
export const providerPath = '/oidc'

const seconds = { token: 300, code: 60, signIn: 3_600, session: 12 * 3_600 } as const

/** Loopback has three names, and people type any of them. */
export const originsOf = (publicUrl: string): string[] => {
  const { protocol, hostname, port, origin } = new URL(publicUrl)
  const loopback = ['127.0.0.1', 'localhost', '[::1]']
  return loopback.includes(hostname) ? loopback.map((name) => `${protocol}//${name}${port && `:${port}`}`) : [origin]
}

const portalClient = (publicUrl: string): NonNullable<Configuration['clients']>[number] => ({
  client_id: portalClientId,
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code'],
  response_types: ['code'],
  redirect_uris: originsOf(publicUrl).map((origin) => `${origin}/signed-in`),
})

/** The hub's own pages are nobody else's: no consent is asked, and a grant that was lost is made anew. */
const loadExistingGrant = async ({ oidc }: KoaContextWithOIDC) => {
  const { client, session, account } = oidc
  if (!client || !account) return undefined
  const known = session?.grantIdFor(client.clientId)
  const before = known ? await oidc.provider.Grant.find(known) : undefined
  if (before) return before
  const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: account.accountId })
  grant.addOIDCScope('openid profile')
  await grant.save()
  return grant
}

const findAccount = (graph: Graph): Configuration['findAccount'] => async (_context, sub) => {
  const [actor] = await graph.read(actorOfPerson, { key: sub })
  if (!actor) return undefined
  const { name, nameZh, locale, roles, provider, organizationCode: code, organizationName, organizationNameZh } = actor
  return { accountId: sub, claims: async () => ({ sub, name, name_zh: nameZh, locale, roles: [...roles], provider, organization: { code, name: organizationName, name_zh: organizationNameZh } }) }
}

const resourceServer = { scope: 'hub', audience: ownAudience, accessTokenTTL: seconds.token, accessTokenFormat: 'jwt' as const, jwt: { sign: { alg: 'ES256' as const } } }

/** Headers of the proxy that ended TLS; the door removes them where anybody else sends them (provider.route.ts). */
export const certificateHeaders = { certificate: 'x-client-certificate', verified: 'x-client-verify', subject: 'x-client-subject' } as const

const mTLS: NonNullable<Configuration['features']>['mTLS'] = {
  enabled: true,
  tlsClientAuth: true,
  getCertificate: (context) => {
    const pem = context.get(certificateHeaders.certificate)
    return pem === '' ? undefined : new X509Certificate(decodeURIComponent(pem))
  },
  certificateAuthorized: (context) => context.get(certificateHeaders.verified) === 'SUCCESS',
  certificateSubjectMatches: (context, property, expected) =>
    property === 'tls_client_auth_subject_dn' && sameText(context.get(certificateHeaders.subject), expected),
}

const sameText = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export interface ProviderSetup {
  readonly graph: Graph
  readonly publicUrl: string
  readonly keys: Keys
  /** Told of each token as it is made: the session or client was seen. */
  readonly onToken: (context: KoaContextWithOIDC, token: { readonly sessionUid?: string }) => Promise<void>
}

/** What the embedded provider does, and nothing that it could do besides. */
export const configurationOf = ({ graph, publicUrl, keys, onToken }: ProviderSetup): Configuration => ({
  adapter: adapterOf(graph),
  clients: [portalClient(publicUrl)],
  jwks: { keys: [...keys.jwks] as NonNullable<Configuration['jwks']>['keys'] },
  cookies: {
    keys: [...keys.cookieSecrets],
    names: { session: 'devicetrail.session', interaction: 'devicetrail.sign-in', resume: 'devicetrail.resume' },
    long: { httpOnly: true, sameSite: 'lax', signed: true, path: providerPath },
    short: { httpOnly: true, sameSite: 'lax', signed: true },
  },
  routes: Object.fromEntries(Object.entries({ authorization: 'auth', token: 'token', jwks: 'jwks', end_session: 'session/end' }).map(([route, path]) => [route, `${providerPath}/${path}`])),
  scopes: ['openid', 'profile', 'hub'],
  claims: { openid: ['sub'], profile: ['name', 'name_zh', 'locale', 'roles', 'provider', 'organization'] },
  findAccount: findAccount(graph),
  loadExistingGrant,
  // A browser names the portal's own origin too; no other is answered.
  clientBasedCORS: (_context, origin) => originsOf(publicUrl).includes(origin),
  pkce: { required: () => true },
  clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt', 'tls_client_auth'],
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256', 'PS256', 'RS256', 'EdDSA'] },
  extraParams: ['demo'],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    mTLS,
    resourceIndicators: {
      enabled: true,
      defaultResource: () => ownAudience,
      getResourceServerInfo: (_context, resource) => {
        if (![ownAudience, publicUrl, `${publicUrl}/graphql`].includes(resource)) throw new errors.InvalidTarget()
        return resourceServer
      },
      useGrantedResource: () => true,
    },
  },
  formats: {
    customizers: {
      jwt: async (context, token, parts) => {
        const { sessionUid } = token as { sessionUid?: string }
        if (sessionUid) parts.payload['sid'] = sessionUid
        await onToken(context, { sessionUid })
      },
    },
  },
  interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
  renderError: (context, { error, error_description: description }) => {
    context.type = 'html'
    context.body = errorPage({ error, description: description ?? null })
  },
  ttl: { AccessToken: seconds.token, ClientCredentials: seconds.token, AuthorizationCode: seconds.code, IdToken: seconds.token, Interaction: seconds.signIn, Session: seconds.session, Grant: seconds.session },
})
