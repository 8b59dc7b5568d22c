/** The portal's side of OpenID Connect (authorization code with PKCE), at the hub's own provider. */
const clientId = 'portal'
const patience = 20_000

/** Who is signed in, as the provider says it. */
export interface SignedIn {
  /** Global id. */
  id: string
  name: string
  nameZh: string | null
  roles: string[]
  /** The company's own provider at which the person signs in; null of the hub's own people. */
  provider: string | null
  organization: { code: string, name: string, nameZh: string | null }
}

export interface Tokens { accessToken: string, expiresAt: number, signedIn: SignedIn }

/** The provider wants the person to be asked: there is no session, or it has ended. */
export class SignInNeeded extends Error {}

const base64url = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

export const randomText = () => base64url(crypto.getRandomValues(new Uint8Array(32)))

async function challengeOf(verifier: string) {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}

const redirectUri = () => `${location.origin}/signed-in`

/** Where a sign-in begins. `demo`: the demo's account to take without asking; `prompt: none`: nobody is to be asked. */
export async function authorizationAddress(verifier: string, state: string, more: { prompt?: 'none', demo?: string, ui_locales?: string }) {
  const given = Object.entries(more).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = new URLSearchParams([
    ['client_id', clientId], ['response_type', 'code'], ['scope', 'openid profile'], ['redirect_uri', redirectUri()],
    ['state', state], ['code_challenge', await challengeOf(verifier)], ['code_challenge_method', 'S256'], ...given,
  ])
  return `/oidc/auth?${query.toString()}`
}

interface TokenAnswer { access_token: string, id_token: string, expires_in: number }
interface Claims { sub: string, name: string, name_zh?: string | null, roles?: string[], provider?: string | null, organization: { code: string, name: string, name_zh?: string | null } }

/** Over the hub's own connection, so that its signature need not be checked again (OpenID Connect Core 3.1.3.7, 6). */
function readIdToken(token: string): SignedIn {
  const payload = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
  const { sub, name, name_zh, roles, provider, organization } = JSON.parse(new TextDecoder().decode(Uint8Array.from(payload, (letter) => letter.charCodeAt(0)))) as Claims
  return { id: sub, name, nameZh: name_zh ?? null, roles: roles ?? [], provider: provider ?? null, organization: { code: organization.code, name: organization.name, nameZh: organization.name_zh ?? null } }
}

/** Tokens for the code in the address that the provider sent the browser to. */
export async function exchange(address: URL, verifier: string, state: string): Promise<Tokens> {
  const { code, error, state: told } = Object.fromEntries(address.searchParams)
  if (error || !code || told !== state) throw new SignInNeeded(error ?? 'no code')
  const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri(), code, code_verifier: verifier })
  const response = await fetch('/oidc/token', { method: 'POST', body, signal: AbortSignal.timeout(patience) })
  // Not a reason to ask the person: with a session there, that would go round for ever.
  if (!response.ok) throw new TypeError(`the provider does not take its code (status ${response.status})`)
  const { access_token: accessToken, id_token: idToken, expires_in: seconds } = await response.json() as TokenAnswer
  return { accessToken, expiresAt: Date.now() + seconds * 1_000, signedIn: readIdToken(idToken) }
}

/** New tokens by the provider's session, without the person: the provider's way back is followed here instead of in the window. */
export async function renew(): Promise<Tokens> {
  const [verifier, state] = [randomText(), randomText()]
  const response = await fetch(await authorizationAddress(verifier, state, { prompt: 'none' }), { headers: { accept: 'text/html' }, cache: 'no-store', signal: AbortSignal.timeout(patience) })
  if (response.status >= 500) throw new TypeError('the provider does not answer')
  return exchange(new URL(response.url), verifier, state)
}
