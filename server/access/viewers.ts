import { NotSignedIn } from '../kernel/errors.ts'
import type { Graph } from '../kernel/graph.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { companyViewer, ownViewer } from './actor.ts'
import { portalClientId } from './portal-client.ts'
import type { TrustedIssuer } from './issuers.ts'
import type { Revoked } from './revocation.cypher.ts'
import { bearerOf, type Claims, claimedIssuer, type TokenRule, verify } from './token.ts'

/** Tokens kept with their viewers: a token that comes again costs one look into a map. */
const kept = 10_000

interface Known {
  readonly viewer: Viewer
  readonly session: string | null
  readonly expiresAt: number
}

export interface Viewers {
  /**
   * The viewer of an Authorization header.
   * @throws NotSignedIn where the token does not hold, was revoked, or its account or organization does not
   */
  viewerOf(authorization: string | undefined): Promise<Viewer>
  /** Forgets what a revocation concerns: the next request finds it anew, or not at all. */
  drop(revoked: Revoked): void
}

const concerns = ({ kind, of }: Revoked, { viewer, session }: Known): boolean =>
  ({ SESSION: session, PERSON: viewer.person, CLIENT: viewer.client, ORGANIZATION: viewer.organization })[kind] === of

/** @param own the hub's own provider; @param companies others that are trusted */
export const openViewers = (graph: Graph, own: TokenRule, companies: readonly TrustedIssuer[]): Viewers => {
  const known = new Map<string, Known>()
  const endedSessions = new Map<string, number>()
  /** Of tokens that have just come: a page's first requests and its socket come at once, and are to have one viewer. */
  const reading = new Map<string, Promise<Known>>()

  const read = async (token: string): Promise<Known> => {
    const issuer = claimedIssuer(token)
    const company = companies.find((trusted) => trusted.issuer === issuer)
    const claims: Claims = await verify(token, company ?? own)
    const session = !company && typeof claims['sid'] === 'string' ? claims['sid'] : null
    if (session !== null && endedSessions.has(session)) throw new NotSignedIn('This session has ended. Sign in again.')
    return { viewer: company ? await companyViewer(graph, company, claims) : { ...await ownViewer(graph, claims), session, portal: claims['client_id'] === portalClientId }, session, expiresAt: claims.exp * 1_000 }
  }

  const keep = (token: string, found: Known): void => {
    known.set(token, found)
    if (known.size > kept) known.delete(known.keys().next().value ?? '')
  }

  const readOnce = (token: string): Promise<Known> => {
    const found = read(token).then((known) => {
      // What was revoked while this was read may be in it: good for who waits, not for the next.
      if (reading.get(token) === found) keep(token, known)
      return known
    }).finally(() => { if (reading.get(token) === found) reading.delete(token) })
    reading.set(token, found)
    return found
  }

  return {
    viewerOf: async (authorization) => {
      const token = bearerOf(authorization)
      const before = known.get(token)
      if (before && before.expiresAt > Date.now()) return before.viewer
      known.delete(token)
      return (await (reading.get(token) ?? readOnce(token))).viewer
    },
    drop: (revoked) => {
      reading.clear()
      if (revoked.kind === 'SESSION') endedSessions.set(revoked.of, Date.now())
      for (const [session, at] of endedSessions) if (at < Date.now() - 15 * 60_000) endedSessions.delete(session)
      for (const [token, found] of known) if (concerns(revoked, found)) known.delete(token)
    },
  }
}
