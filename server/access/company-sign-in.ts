import { createHash, randomBytes } from 'node:crypto'
import { jwtVerify } from 'jose'
import { NotSignedIn } from '../kernel/errors.ts'
import type { Graph, Writer } from '../kernel/graph.ts'
import { issuerSlug, redirectPath } from '../kernel/issuer-setting.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { FieldChange } from '../record/audit-row.ts'
import { companyViewer, personOf } from './actor.ts'
import { type CompanyPerson, endStay, saveCompanyPerson, type ToldBefore } from './company-person.cypher.ts'
import { recordCredential, type Where } from './credential-record.ts'
import { type Discovered, discover, type TrustedIssuer } from './issuers.ts'
import { revokeIn } from './revocations.ts'
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
  /** When the provider said so, in seconds of its own clock. */
  readonly issuedAt: number
}

/** Whom the claims give to another organization (null: to none) may nothing here any more, on the record of the one that they were of. */
const endStayOf = async (writer: Writer, id: string, organization: string | null, issuedAt: number, where: Where): Promise<void> => {
  const [gone] = await writer.run(endStay, { person: id, organization, issuedAt })
  if (!gone) return
  await revokeIn(writer, 'PERSON', id)
  for (const session of gone.sessions) await revokeIn(writer, 'SESSION', session)
  await recordCredential(writer, where, { actor: id, person: id, organization: gone.former, action: 'CLAIMS_CHANGED', changes: [{ field: 'roles', before: gone.roles.join(' '), after: null }] })
}

/** The viewer of the claims. Whom they give no right here any more, has none from now on. */
const viewerOfClaims = async (graph: Graph, trusted: TrustedIssuer, claims: Claims, where: Where): Promise<Viewer> => {
  try {
    return await companyViewer(graph, trusted, claims)
  } catch (error) {
    if (error instanceof NotSignedIn) await graph.write((writer) => endStayOf(writer, personOf(trusted, claims), null, claims.iat ?? 0, where))
    throw error
  }
}

/**
 * Who signed in at the company's provider, by the code that it gave (OpenID Connect Core 3.1.3.7).
 * @throws an error of jose, NotSignedIn or Error where anything about the answer is not right
 */
export const answerOfCompany = async (door: { readonly graph: Graph; readonly publicUrl: string }, trusted: TrustedIssuer, underway: Underway, code: string, where: Where): Promise<CompanyAnswer> => {
  const token = await idTokenFor(trusted, code, underway, door.publicUrl)
  const { payload } = await jwtVerify<Claims & { nonce?: string; auth_time?: number }>(token, trusted.keyOf, { issuer: trusted.issuer, audience: trusted.clientId ?? '', algorithms, clockTolerance, requiredClaims: ['sub', 'exp', 'iat'] })
  if (payload.nonce !== underway.nonce) throw new Error(`${trusted.issuer} answers another sign-in`)
  const viewer = await viewerOfClaims(door.graph, trusted, payload, where)
  return { viewer, provedAt: payload.auth_time === undefined ? undefined : payload.auth_time * 1_000, issuedAt: payload.iat ?? 0 }
}

/** What is other than at the sign-in before; names stand apart, so that they can be erased. */
const changesOf = (before: ToldBefore, { id, ...now }: CompanyPerson): FieldChange[] => [
  { field: 'roles', before: before.roles?.join(' ') ?? null, after: now.roles.join(' ') },
  { field: 'locale', before: before.locale, after: now.locale },
  { field: 'name', before: before.name, after: now.name, person: id },
  { field: 'nameZh', before: before.nameZh, after: now.nameZh, person: id },
].filter(({ before, after }) => before !== after)

/**
 * Keeps the person, on record where the claims tell something new of them, who is then signed in as anybody else is.
 * Other roles are in effect on every node within two seconds, open sockets and tokens with them.
 * @returns whether they may: not whoever was shut out here, or was of another organization
 */
export const keepPerson = async (graph: Graph, issuer: string, { viewer, issuedAt }: CompanyAnswer, where: Where): Promise<boolean> => {
  const { person: id, name, nameZh, locale, roles, organization } = viewer
  const person = { id, username: `${new URL(issuer).hostname}|${id.slice(4)}`, name, nameZh, locale, roles, provider: issuer }
  return graph.write(async (writer) => {
    const [kept] = await writer.run(saveCompanyPerson, { organization, at: new Date().toISOString(), issuedAt, person })
    if (!kept) await endStayOf(writer, id, organization, issuedAt, where)
    const changes = kept ? changesOf(kept.before, person) : []
    if (changes.length > 0) await recordCredential(writer, where, { actor: id, person: id, organization, action: 'CLAIMS_CHANGED', changes })
    if (changes.some(({ field, before }) => field === 'roles' && before !== null)) await revokeIn(writer, 'PERSON', id)
    return kept !== undefined
  })
}
