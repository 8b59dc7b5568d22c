import { cypher } from '../../kernel/cypher.ts'

export interface PersonRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly nameZh: string | null
  readonly email: string | null
  readonly roles: readonly string[]
  readonly active: boolean
  readonly createdAt: string | null
}

/** The people of the viewer's own organization: nobody manages another's. */
export const ownPeople = cypher<{ after: string; limit: number }, { person: PersonRow }>()`
MATCH (:Organization {id: $viewer.organization})<-[:WORKS_FOR]-(person:Person) WHERE person.username > $in.after
WITH person ORDER BY person.username LIMIT toInteger($in.limit)
RETURN person {.id, .username, .name, .nameZh, .email, .roles, .active, .createdAt} AS person ORDER BY person.username
`

export const ownPeopleCount = cypher<object, { total: number }>()`
MATCH (organization:Organization {id: $viewer.organization})
RETURN COUNT { (organization)<-[:WORKS_FOR]-(:Person) } AS total
`

export const ownPerson = cypher<{ id: string }, { person: PersonRow }>()`
MATCH (person:Person {id: $in.id})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
RETURN person {.id, .username, .name, .nameZh, .email, .roles, .active, .createdAt} AS person
`

/** The organization's kinds say which roles there can be. */
export const kindsOf = cypher<{ organization: string; username: string }, { kinds: readonly string[]; taken: boolean }>()`
MATCH (organization:Organization {id: $in.organization})
RETURN organization.kinds AS kinds, EXISTS { MATCH (:Person {username: $in.username}) } AS taken
`

export const createPerson = cypher<{ organization: string; person: PersonRow }, never>()`
MATCH (organization:Organization {id: $in.organization})
CREATE (person:Person)-[:WORKS_FOR]->(organization)
SET person = $in.person
CREATE (person)-[:SIGNS_IN_BY]->(:Credential {person: person.id})
`

/** What the person could do until now ends with it: sessions of one who is shut out are removed. */
export const updatePerson = cypher<{ id: string; roles: readonly string[]; active: boolean }, { sessions: readonly string[] }>()`
MATCH (person:Person {id: $in.id})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
SET person.roles = $in.roles, person.active = $in.active
WITH person
OPTIONAL MATCH (record:ProviderRecord {person: person.id})
WITH collect(record) AS records
WITH records, [record IN records | record.uid] AS sessions
FOREACH (record IN CASE WHEN $in.active THEN [] ELSE records END | DELETE record)
RETURN sessions
`
