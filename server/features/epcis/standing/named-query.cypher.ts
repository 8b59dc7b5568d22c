import { cypher } from '../../../kernel/cypher.ts'

export interface NamedQuery {
  readonly name: string
  /** JSON, as it came. */
  readonly definition: string
}

/** A name is its organization's: another's query of the same name is another one. */
export const createQuery = cypher<{ query: { id: string; key: string } & NamedQuery & { organization: string; createdAt: string; createdBy: string } }, { fresh: boolean }>()`
MERGE (query:EpcisQuery {key: $in.query.key})
ON CREATE SET query = $in.query
RETURN query.id = $in.query.id AS fresh
`

export const ownQueryCount = cypher<object, { total: number }>()`
MATCH (query:EpcisQuery)
WHERE query.organization = $viewer.organization AND query.name > ''
RETURN count(*) AS total
`

export const ownQueries = cypher<{ after: string; limit: number }, { place: string; query: NamedQuery }>()`
MATCH (query:EpcisQuery)
WHERE query.organization = $viewer.organization AND query.name > $in.after
RETURN query.name AS place, query {.name, .definition} AS query
ORDER BY query.organization, query.name LIMIT toInteger($in.limit)
`

export const ownQuery = cypher<{ name: string }, { id: string; query: NamedQuery }>()`
MATCH (query:EpcisQuery)
WHERE query.organization = $viewer.organization AND query.name = $in.name
RETURN query.id AS id, query {.name, .definition} AS query
`

/** With its subscriptions, which end so (EPCIS 2.0, 8.2.5). */
export const deleteQuery = cypher<{ name: string }, { id: string }>()`
MATCH (query:EpcisQuery)
WHERE query.organization = $viewer.organization AND query.name = $in.name
WITH query, query.id AS id
CALL (query) {
  MATCH (subscription:EpcisSubscription)
  WHERE subscription.query = query.id AND subscription.createdAt > ''
  DELETE subscription
}
DELETE query
RETURN id
`
