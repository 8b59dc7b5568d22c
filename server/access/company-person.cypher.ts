import { cypher } from '../kernel/cypher.ts'

export interface CompanyPerson {
  readonly id: string
  /** Unique; the bar keeps it apart from every name that the hub itself gives out. */
  readonly username: string
  readonly name: string
  readonly nameZh: string | null
  readonly locale: string
  readonly roles: readonly string[]
  readonly provider: string
}

/** What the company's provider said at the sign-in before; null where there was none. */
export type ToldBefore = { readonly [field in 'name' | 'nameZh' | 'locale']: string | null } & { readonly roles: readonly string[] | null }

/**
 * Somebody who signed in at their company's own provider, as that says they are now. No row where they were shut out
 * here, or worked for another organization before: who moves gets a new name there. Other roles than before hold from
 * the claims' own second on: tokens from before it are not taken any more (actor.ts).
 */
export const saveCompanyPerson = cypher<{ organization: string; at: string; issuedAt: number; person: CompanyPerson }, { before: ToldBefore }>()`
MATCH (organization:Organization {id: $in.organization})
MERGE (person:Person {id: $in.person.id})
ON CREATE SET person.active = true, person.createdAt = $in.at
WITH organization, person, person {.name, .nameZh, .locale, .roles} AS before WHERE person.active AND NOT EXISTS { MATCH (person)-[:WORKS_FOR]->(other:Organization) WHERE other.id <> organization.id }
SET person += $in.person, person.claimsSince = CASE WHEN before.roles IS NULL OR before.roles = $in.person.roles THEN person.claimsSince ELSE $in.issuedAt END
MERGE (person)-[:WORKS_FOR]->(organization)
RETURN before
`

/** Whom the claims give to another organization, or leave without a right here: all that they could do until now ends. Claims that are older than the last change say nothing any more. */
export const endStay = cypher<{ person: string; organization: string | null; issuedAt: number }, { former: string; roles: readonly string[]; sessions: readonly string[] }>()`
MATCH (person:Person {id: $in.person})-[:WORKS_FOR]->(former:Organization)
WHERE person.active AND coalesce(former.id <> $in.organization, true) AND size(person.roles) > 0 AND coalesce(person.claimsSince, 0) <= $in.issuedAt
WITH person, former.id AS former, person.roles AS roles
SET person.roles = [], person.claimsSince = $in.issuedAt
WITH person, former, roles
OPTIONAL MATCH (record:ProviderRecord {person: person.id})
WITH former, roles, collect(record) AS records
WITH former, roles, records, [record IN records WHERE record.uid IS NOT NULL | record.uid] AS sessions
FOREACH (record IN records | DELETE record)
RETURN former, roles, sessions
`

/** A ticket of a fresh sign-in is good once, for the person that it was given to. Times are milliseconds. */
export const takeTicket = cypher<{ hash: string; person: string; now: number }, { taken: boolean }>()`
MATCH (link:OneTimeLink {hash: $in.hash})
SET link.asked = true
WITH link WHERE link.purpose = 'REAUTHENTICATION' AND link.person = $in.person AND link.expiresAt > $in.now
DELETE link
RETURN true AS taken
`
