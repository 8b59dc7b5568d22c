import { NotSignedIn } from '../kernel/errors.ts'
import type { Reader } from '../kernel/graph.ts'
import { stableId } from '../kernel/ids.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { directory } from './directory.ts'
import type { TrustedIssuer } from './issuers.ts'
import { factsOf, isRole, type Role } from './roles.ts'
import type { Claims } from './token.ts'
import { type Actor, actorOfClient, actorOfPerson, organizationOfClaim } from './viewer.cypher.ts'

const nobody = (message: string): NotSignedIn => new NotSignedIn(message)

/** Roles that there are, that the organization can have people in, and that go with the first one's kind of work. */
const fitting = ({ roles, kinds, suspended }: Pick<Actor, 'roles' | 'kinds' | 'suspended'>): Role[] => {
  // Whoever has left keeps its duty to produce its records: its administrators may fetch them, and nothing else (request-context.ts).
  const known = roles.filter(isRole).filter((role) => kinds.includes(factsOf(role).kind) && (!suspended || factsOf(role).administers))
  const kind = known[0] && factsOf(known[0]).kind
  return known.filter((role) => factsOf(role).kind === kind)
}

const viewerOf = (actor: Omit<Actor, 'rotatedAt' | 'provider'>, client: string | null): Viewer => {
  const roles = fitting(actor)
  const [first] = roles
  if (!first) throw nobody('No role of this account fits its organization. Ask its administrator.')
  const { id: person, name, nameZh, organization, locale } = actor
  const { kind } = factsOf(first)
  return { person, name, nameZh, locale: locale ?? 'zh-CN', organization, kind, internal: factsOf(first).internal ?? false, roles, client, suspended: actor.suspended, finds: directory[kind] }
}

/** The viewer of a token of the hub's own provider: a system where the token is its own, otherwise a person. */
export const ownViewer = async (graph: Reader, { sub, client_id: client, iat = 0 }: Claims): Promise<Viewer> => {
  const isSystem = sub === client
  const [actor] = await graph.read(isSystem ? actorOfClient : actorOfPerson, { key: sub })
  if (!actor) throw nobody('This account is not active. Ask an administrator of your organization.')
  // Seconds: of a token from the second of the rotation nobody can say by which secret it was got.
  if (actor.rotatedAt !== null && iat * 1_000 < Date.parse(actor.rotatedAt)) throw nobody('The secret of this client was replaced. Get a new token by the new one.')
  return viewerOf(actor, isSystem ? sub : null)
}

/** The value at a dotted path of claims. */
const claimAt = (claims: object, path: string): unknown =>
  Object.hasOwn(claims, path) ? (claims as Record<string, unknown>)[path] : path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined), claims)

const textsOf = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string')

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The id here of whom a company's own provider calls so: the same at each sign-in, and nobody's of another provider. */
export const personOf = ({ issuer }: Pick<TrustedIssuer, 'issuer'>, { sub }: Pick<Claims, 'sub'>): string => stableId('usr', `${issuer}|${sub}`)

/** The viewer of a token of a company's own provider: all from its claims, for an organization that it may speak for. */
export const companyViewer = async (graph: Reader, trusted: TrustedIssuer, claims: Claims): Promise<Viewer> => {
  const { organizations, organizationClaim, rolesClaim, roleNames } = trusted
  const id = personOf(trusted, claims)
  const [found] = await graph.read(organizationOfClaim, { claim: textOf(claimAt(claims, organizationClaim)) ?? '', person: id })
  if (!found || organizations !== '*' && !organizations.includes(found.organizationCode)) throw nobody('This issuer does not speak for that organization.')
  if ((claims.iat ?? 0) < (found.claimsSince ?? 0)) throw nobody('The roles of this account have changed since. Get a new token.')
  const roles = textsOf(claimAt(claims, rolesClaim)).map((name) => roleNames[name] ?? name)
  const name = textOf(claims['name']) ?? claims.sub
  return viewerOf({ ...found, id, name, nameZh: textOf(claims['name_zh']), locale: textOf(claims['locale']), roles }, textOf(claims['client_id']) === claims.sub ? claims.sub : null)
}

/**
 * Somebody who began what goes on without a request, as they are now: of a company's own provider, by the roles that its token told.
 * @throws NotSignedIn where account or organization may not act any more
 */
export const viewerAgain = async (graph: Reader, { person, client, organization, roles }: Pick<Viewer, 'person' | 'client' | 'organization' | 'roles'>): Promise<Viewer> => {
  const [actor] = await graph.read(client === null ? actorOfPerson : actorOfClient, { key: client ?? person })
  const [company] = actor || !person.startsWith('usr_') ? [] : await graph.read(organizationOfClaim, { claim: organization, person })
  const found = actor ?? (company && { ...company, id: person, name: '', nameZh: null, locale: null, roles })
  if (!found || found.suspended || found.organization !== organization) throw nobody('Who began this may not act for the organization any more. Somebody else has to go on.')
  return viewerOf(found, client)
}
