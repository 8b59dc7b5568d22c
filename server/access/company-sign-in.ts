import { createHash, randomBytes } from 'node:crypto'
import { jwtVerify } from 'jose'
import type { Graph } from '../kernel/graph.ts'
import { issuerSlug, redirectPath } from '../kernel/issuer-setting.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { FieldChange } from '../record/audit-row.ts'
import { companyViewer } from './actor.ts'
import { type CompanyPerson, saveCompanyPerson, type ToldBefore } from './company-person.cypher.ts'
import { recordCredential, type Where } from './credential-record.ts'
import { type Discovered, discover, type TrustedIssuer } from './issuers.ts'
import { algorithms, type Claims, clockTolerance } from './token.ts'

const patience = 10_000

/** A sign-in under way at a company's provider: what its answer must fit. */
export interface Underway {
  readonly issuer: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

const random = (): string => randomBytes(32).toString('base64url')

export const newUnderway = (issuer: string, of: string): Underway => ({ issuer, state: `${of}.${random()}`, nonce: random(), verifier: random() })

const endpoint = ({ issuer }: Discovered, address: string | undefined): string => {
  if (address === undefined) throw new Error(`${issuer} names no address for signing in`)
  return address
}

/** The address at the company's provider: code flow with PKCE. @param again the person is to prove anew to be there */
export const authorizationAddress = async ({ issuer, clientId = '', scope = 'openid profile' }: TrustedIssuer, { state, nonce, verifier }: Underway, publicUrl: string, again = false): Promise<string> => {
  const found = await discover(issuer)
  const address = new URL(endpoint(found, found.authorization_endpoint))
  const asked = {
    client_id: clientId, response_type: 'code', scope, redirect_uri: publicUrl + redirectPath(issuer), state, nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...(again ? { prompt: 'login', max_age: '0' } : {}),
  }
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value)
  return address.href
}

const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`

const idTokenFor = async ({ issuer, clientId = '', clientSecret }: TrustedIssuer, code: string, { verifier }: Underway, publicUrl: string): Promise<string> => {
  const found = await discover(issuer)
  const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: publicUrl + redirectPath(issuer), code_verifier: verifier, client_id: clientId })
  const headers = new Headers(clientSecret === undefined ? undefined : { authorization: basic(clientId, clientSecret) })
  const response = await fetch(endpoint(found, found.token_endpoint), { method: 'POST', body, headers, signal: AbortSignal.timeout(patience), redirect: 'error' })
  const { id_token: token } = (await response.json()) as { id_token?: string }
  if (!response.ok || token === undefined) throw new Error(`${issuer} does not take its code (status ${response.status})`)
  return token
}

/**
 * The code in a provider's answer. It must come from the one that was asked, by the address at which it arrives and, where
 * it says so, by its name (RFC 9207): otherwise one company's provider could send people on to another's, and be given the
 * code that lets somebody in there.
 * @param arrivedAt the last part of the address
 * @throws Error where there is no code, or another issuer gave it
 */
export const codeIn = ({ issuer }: Pick<TrustedIssuer, 'issuer'>, arrivedAt: string, { code, iss, error }: Readonly<Record<string, string | undefined>>): string => {
  if (arrivedAt !== issuerSlug(issuer)) throw new Error(`${issuer} was asked, and an answer comes to the address of ${arrivedAt}`)
  if (iss !== undefined && iss !== issuer) throw new Error(`${issuer} was asked, and ${String(iss)} answers`)
  if (code === undefined) throw new Error(`${issuer} gives no code: ${String(error)}`)
  return code
}

export interface CompanyAnswer {
  readonly viewer: Viewer
  /** When the person last proved to be there, in milliseconds; undefined where the provider does not say. */
  readonly provedAt: number | undefined
}

/**
 * Who signed in at the company's provider, by the code that it gave (OpenID Connect Core 3.1.3.7).
 * @throws an error of jose, NotSignedIn or Error where anything about the answer is not right
 */
export const answerOfCompany = async (graph: Graph, trusted: TrustedIssuer, underway: Underway, code: string, publicUrl: string): Promise<CompanyAnswer> => {
  const token = await idTokenFor(trusted, code, underway, publicUrl)
  const { payload } = await jwtVerify<Claims & { nonce?: string; auth_time?: number }>(token, trusted.keyOf, { issuer: trusted.issuer, audience: trusted.clientId ?? '', algorithms, clockTolerance, requiredClaims: ['sub', 'exp', 'iat'] })
  if (payload.nonce !== underway.nonce) throw new Error(`${trusted.issuer} answers another sign-in`)
  return { viewer: await companyViewer(graph, trusted, payload), provedAt: payload.auth_time === undefined ? undefined : payload.auth_time * 1_000 }
}

/** What is other than at the sign-in before; names stand apart, so that they can be erased. */
const changesOf = (before: ToldBefore, { id, ...now }: CompanyPerson): FieldChange[] => [
  { field: 'roles', before: before.roles?.join(' ') ?? null, after: now.roles.join(' ') },
  { field: 'locale', before: before.locale, after: now.locale },
  { field: 'name', before: before.name, after: now.name, person: id },
  { field: 'nameZh', before: before.nameZh, after: now.nameZh, person: id },
].filter(({ before, after }) => before !== after)

/** Keeps the person, on record where the claims tell something new of them, who is then signed in as anybody else is. @returns whether they may: not whoever was shut out here */
export const keepPerson = async (graph: Graph, issuer: string, { person: id, name, nameZh, locale, roles, organization }: Viewer, where: Where): Promise<boolean> => {
  const person = { id, username: `${new URL(issuer).hostname}|${id.slice(4)}`, name, nameZh, locale, roles, provider: issuer }
  return graph.write(async (writer) => {
    const [kept] = await writer.run(saveCompanyPerson, { organization, at: new Date().toISOString(), person })
    const changes = kept ? changesOf(kept.before, person) : []
    if (changes.length > 0) await recordCredential(writer, where, { actor: id, person: id, organization, action: 'CLAIMS_CHANGED', changes })
    return kept !== undefined
  })
}
