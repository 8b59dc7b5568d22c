import { concernsOwnOnly } from '../../../access/papers.ts'
import { cypher } from '../../../kernel/cypher.ts'
import { openToViewer } from '../open-to-viewer.ts'

export interface KnownEpcisEvent {
  readonly eventId: string
  readonly id: string
  readonly hash: string
  /** The viewer's organization reported it. */
  readonly mine: boolean
  /** It declares an error. */
  readonly declares: boolean
  /** The events of custody that it led to. */
  readonly custody: readonly string[]
  /** Another's that the document declares an error, of the viewer's own products alone. */
  readonly ownOnly: boolean
}

/** Of these eventIDs, what is there that the viewer may see. */
export const knownEpcisEvents = cypher<{ eventIds: readonly string[]; declared: readonly string[] }, KnownEpcisEvent>()`
UNWIND $in.eventIds AS eventId
MATCH (told:EpcisEvent {eventId: eventId})
WHERE ${openToViewer}
RETURN eventId, told.id AS id, told.hash AS hash, told.declaredAt IS NOT NULL AS declares, told.reporter = $viewer.organization AS mine, [(told)-[:TOLD]->(event:Event) | event.id] AS custody,
  CASE WHEN eventId IN $in.declared AND told.reporter <> $viewer.organization THEN EXISTS { MATCH (told)-[:TOLD]->(event:Event) WHERE ${concernsOwnOnly} } ELSE false END AS ownOnly
`

/** Those of these ids that events of the viewer's organization have. */
export const ownEvents = cypher<{ ids: readonly string[] }, { id: string }>()`
UNWIND $in.ids AS id
MATCH (event:Event {id: id})-[:REPORTED_BY]->(:Organization {id: $viewer.organization})
RETURN event.id AS id
`

export interface NewEpcisEvent {
  readonly id: string
  readonly properties: object
  readonly custody: string | null
  readonly openTo: readonly { readonly organization: string; readonly internal: boolean }[]
  readonly eventPlace: string
  readonly recordPlace: string
  readonly names: readonly { readonly uri: string; readonly role: string; readonly isClass: boolean }[]
}

// In one order, so that two documents that name the same wait for each other and never in a circle.
export const makeEpcs = cypher<{ uris: readonly string[] }, never>()`
UNWIND $in.uris AS uri
WITH DISTINCT uri ORDER BY uri
MERGE (:Epc {uri: uri})
`

/** MERGE: of the same event sent twice at once, the second finds the first. */
export const writeEpcisEvents = cypher<{ rows: readonly NewEpcisEvent[] }, { id: string }>()`
UNWIND $in.rows AS row
WITH row ORDER BY row.id
MERGE (told:EpcisEvent {id: row.id})
ON CREATE SET told += row.properties, told.fresh = true
WITH row, told, told.fresh AS fresh
WHERE fresh
REMOVE told.fresh
WITH row, told
OPTIONAL MATCH (event:Event {id: row.custody})
FOREACH (_ IN CASE WHEN event IS NULL THEN [] ELSE [1] END | CREATE (told)-[:TOLD]->(event))
WITH row, told
CALL (row, told) {
  UNWIND row.openTo AS reader
  MATCH (organization:Organization {id: reader.organization})
  CREATE (told)-[:OPEN_TO {organization: reader.organization, internal: reader.internal, eventPlace: row.eventPlace, recordPlace: row.recordPlace}]->(organization)
}
CALL (row, told) {
  UNWIND row.names AS name
  MATCH (epc:Epc {uri: name.uri})
  CREATE (told)-[:NAMES {role: name.role, isClass: name.isClass}]->(epc)
}
RETURN row.id AS id
`
