import { cypher } from '../kernel/cypher.ts'

export type LinkPurpose = 'INVITATION' | 'RESET' | 'REAUTHENTICATION'

/** Of the secret in the link only the sum is kept: who reads the graph cannot use it. Times are milliseconds. */
export const saveLink = cypher<{ hash: string; person: string; purpose: LinkPurpose; expiresAt: number }, never>()`
MATCH (person:Person {id: $in.person})
CREATE (:OneTimeLink {hash: $in.hash, person: person.id, purpose: $in.purpose, expiresAt: $in.expiresAt})
`

export const linkOwner = cypher<{ hash: string; now: number }, { person: string; username: string }>()`
MATCH (link:OneTimeLink {hash: $in.hash}) WHERE link.expiresAt > $in.now AND link.purpose <> 'REAUTHENTICATION'
MATCH (person:Person {id: link.person}) WHERE person.active
RETURN person.id AS person, person.username AS username
`

/** Takes the link and sets the password with it: of two at once the second finds no link. All sign-ins of the person end. */
interface LinkUsed {
  readonly person: string
  readonly organization: string | null
  readonly purpose: LinkPurpose
  /** Whether there was a password before. */
  readonly hadPassword: boolean
  readonly sessions: readonly string[]
}

export const useLink = cypher<{ hash: string; now: number; password: string }, LinkUsed>()`
MATCH (link:OneTimeLink {hash: $in.hash})
SET link.asked = true
WITH link WHERE link.expiresAt > $in.now AND link.purpose <> 'REAUTHENTICATION'
MATCH (person:Person {id: link.person}) WHERE person.active
WITH link, person, link.purpose AS purpose
DELETE link
MERGE (credential:Credential {person: person.id})
WITH person, purpose, credential, credential.password IS NOT NULL AS hadPassword
SET credential.password = $in.password
MERGE (person)-[:SIGNS_IN_BY]->(credential)
WITH person, purpose, hadPassword
OPTIONAL MATCH (record:ProviderRecord {person: person.id})
WITH person, purpose, hadPassword, collect(record) AS records
WITH person, purpose, hadPassword, records, [record IN records | record.uid] AS sessions
FOREACH (record IN records | DELETE record)
RETURN person.id AS person, head(COLLECT { MATCH (person)-[:WORKS_FOR]->(organization:Organization) RETURN organization.id }) AS organization, purpose, hadPassword, sessions
`

export const personToRemind = cypher<{ username: string }, { person: string; email: string; organization: string | null }>()`
MATCH (person:Person {username: $in.username}) WHERE person.active AND person.email IS NOT NULL
RETURN person.id AS person, person.email AS email, head(COLLECT { MATCH (person)-[:WORKS_FOR]->(organization:Organization) RETURN organization.id }) AS organization
`

export const removeOldLinks = cypher<{ now: number }, never>()`
MATCH (link:OneTimeLink) WHERE link.expiresAt < $in.now
DELETE link
`
