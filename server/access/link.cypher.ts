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
export const useLink = cypher<{ hash: string; now: number; password: string }, { person: string; sessions: readonly string[] }>()`
MATCH (link:OneTimeLink {hash: $in.hash})
SET link.asked = true
WITH link WHERE link.expiresAt > $in.now AND link.purpose <> 'REAUTHENTICATION'
MATCH (person:Person {id: link.person}) WHERE person.active
DELETE link
MERGE (credential:Credential {person: person.id})
SET credential.password = $in.password
MERGE (person)-[:SIGNS_IN_BY]->(credential)
WITH person
OPTIONAL MATCH (record:ProviderRecord {person: person.id})
WITH person, collect(record) AS records
WITH person, records, [record IN records | record.uid] AS sessions
FOREACH (record IN records | DELETE record)
RETURN person.id AS person, sessions
`

export const personToRemind = cypher<{ username: string }, { person: string; email: string; locale: string | null }>()`
MATCH (person:Person {username: $in.username}) WHERE person.active AND person.email IS NOT NULL
RETURN person.id AS person, person.email AS email, person.locale AS locale
`

export const removeOldLinks = cypher<{ now: number }, never>()`
MATCH (link:OneTimeLink) WHERE link.expiresAt < $in.now
DELETE link
`
