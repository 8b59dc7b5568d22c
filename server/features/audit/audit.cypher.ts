import { maskedParty } from '../../access/masked.ts'
import { unnamed } from '../../access/unnamed.ts'
import { cypher, part } from '../../kernel/cypher.ts'

/** Its own organization's doing, or done to itself. */
const own = part`(record.organization = $viewer.organization OR record.subject = $viewer.organization OR record.subject = $viewer.person)`

/** A maker's teams also read what others did to its products; its people, and what they wrote, stay theirs. */
const ofOwnProduct = part`$viewer.internal AND record.maker = $viewer.organization`

/** Over `record`: who may read it. */
const mayRead = part`(${own} OR ${ofOwnProduct})`

const byOwn = part`record.organization = $viewer.organization`

export interface StoredEntry {
  readonly id: string
  readonly sequence: number | null
  readonly at: string
  readonly action: string
  readonly outcome: 'DONE' | 'REFUSED'
  readonly code: string | null
  readonly count: number
  readonly subject: string | null
  readonly subjectLabel: string | null
  readonly changes: string
  readonly values: readonly { readonly id: string; readonly value: string }[]
  readonly reason: string | null
  readonly address: string | null
  readonly hash: string | null
  readonly client: string | null
  readonly actor: string | null
  readonly name: string | null
  readonly nameZh: string | null
  readonly erased: boolean
  readonly party: { id: string | null; name: string | null; nameZh: string | null; kinds: string[]; country: string | null } | null
  readonly own: boolean
}

/** What a subject is called. Who did something to a thing knows it; who was refused may have guessed its id. */
const label = part`CASE WHEN record.outcome = 'DONE' THEN head(COLLECT {
  MATCH (thing:Serial {id: record.subject}) RETURN thing.serialNumber AS label
  UNION ALL MATCH (thing:Batch {id: record.subject}) RETURN thing.lotNumber AS label
  UNION ALL MATCH (thing:Product {id: record.subject}) RETURN thing.name AS label
  UNION ALL MATCH (thing:Recall {id: record.subject}) RETURN thing.reference AS label
  UNION ALL MATCH (thing:ServiceTicket {id: record.subject}) RETURN thing.reference AS label
  UNION ALL MATCH (thing:Organization {id: record.subject}) RETURN thing.name AS label
  UNION ALL MATCH (thing:Person {id: record.subject}) RETURN thing.name AS label
  UNION ALL MATCH (thing:ApiClient {id: record.subject}) RETURN thing.name AS label
  UNION ALL MATCH (thing:Share {id: record.subject}) RETURN coalesce(thing.label, thing.recipient) AS label
  UNION ALL MATCH (thing:AdverseEvent {id: record.subject}) RETURN thing.caseNumber AS label
}) END`

/** What a partner wrote to the maker names it there. */
const toldItself = part`CASE WHEN ${ofOwnProduct} AND (record.subject STARTS WITH 'adv_' OR record.subject STARTS WITH 'tkt_') THEN record.organization END`

const entry = part`
OPTIONAL MATCH (actor:Actor {id: record.actor})
OPTIONAL MATCH (person:Person {id: record.actor})
OPTIONAL MATCH (organization:Organization {id: record.organization})
WITH *, ${byOwn} AS byOwn
RETURN record {.id, .sequence, .at, .action, .outcome, .code, .count, .subject, .hash, own: byOwn,
  subjectLabel: ${label},
  changes: CASE WHEN byOwn THEN record.changes ELSE '[]' END,
  values: CASE WHEN byOwn THEN COLLECT { UNWIND coalesce(record.refs, []) AS ref MATCH (value:PersonalValue {id: ref}) RETURN value {.id, .value} } ELSE [] END,
  reason: CASE WHEN byOwn THEN record.reason END,
  address: CASE WHEN byOwn THEN head(COLLECT { MATCH (value:PersonalValue {id: record.address}) RETURN value.value }) END,
  client: record.client,
  actor: CASE WHEN byOwn THEN record.actor END,
  name: CASE WHEN byOwn THEN coalesce(person.name, actor.name) END,
  nameZh: CASE WHEN byOwn THEN coalesce(person.nameZh, actor.nameZh) END,
  erased: coalesce(actor.erasedAt, '') <> '',
  party: ${maskedParty(part`organization`, part`[$viewer.organization, ${toldItself}]`, part`(${ofOwnProduct})`)}} AS entry`

export interface TrailPage {
  readonly subject: string
  /** Place after which the page begins, newest first: the moment, and the id among those of one moment. */
  readonly at: string
  readonly id: string
  readonly limit: number
}

const before = part`record.at <= $in.at AND (record.at < $in.at OR record.id < $in.id)`

/** What was done to one thing, newest first. */
export const trailOfSubject = cypher<TrailPage, { entry: StoredEntry }>()`
MATCH (record:AuditRecord {subject: $in.subject})
WHERE ${before} AND ${mayRead}
WITH record ORDER BY record.at DESC, record.id DESC LIMIT toInteger($in.limit)
${entry} ORDER BY record.at DESC, record.id DESC
`

export const trailCount = cypher<{ subject: string }, { total: number }>()`
MATCH (record:AuditRecord {subject: $in.subject})
WHERE record.at > '' AND (${mayRead})
RETURN count(*) AS total
`

export interface RecordFilter {
  readonly from: string
  readonly to: string
  readonly actor: string | null
  readonly organization: string | null
  readonly action: string | null
  readonly subject: string | null
  readonly outcome: string | null
}

const wanted = part`record.at >= $in.from AND record.at <= $in.to
  AND ($in.actor IS NULL OR record.actor = $in.actor AND ${byOwn})
  AND ($in.organization IS NULL OR record.organization = $in.organization AND (${byOwn} OR NOT EXISTS { MATCH (one:Organization {id: record.organization}) WHERE ${unnamed(part`one`)} }))
  AND ($in.action IS NULL OR record.action = $in.action)
  AND ($in.subject IS NULL OR record.subject = $in.subject)
  AND ($in.outcome IS NULL OR record.outcome = $in.outcome)`

type RecordPage = RecordFilter & Omit<TrailPage, 'subject'>

/**
 * The record of the viewer's organization, what was done to it, and what others did to a maker's products, newest first: three indexes, each
 * read in its order until the page is full. Only the names of its own people can be asked for.
 */
export const recordPage = cypher<RecordPage, { entry: StoredEntry }>()`
CALL () {
  MATCH (record:AuditRecord {organization: $viewer.organization})
  WHERE ${before} AND ${wanted}
  RETURN record ORDER BY record.organization DESC, record.at DESC, record.id DESC LIMIT toInteger($in.limit)
  UNION
  MATCH (record:AuditRecord {subject: $viewer.organization})
  WHERE ${before} AND ${wanted}
  RETURN record ORDER BY record.subject DESC, record.at DESC, record.id DESC LIMIT toInteger($in.limit)
  UNION
  MATCH (record:AuditRecord {maker: CASE WHEN $viewer.internal THEN $viewer.organization END})
  WHERE ${before} AND ${wanted}
  RETURN record ORDER BY record.maker DESC, record.at DESC, record.id DESC LIMIT toInteger($in.limit)
}
WITH record ORDER BY record.at DESC, record.id DESC LIMIT toInteger($in.limit)
${entry} ORDER BY record.at DESC, record.id DESC
`

export const recordTotal = cypher<RecordFilter, { total: number }>()`
CALL () {
  MATCH (record:AuditRecord {organization: $viewer.organization}) WHERE ${wanted} RETURN count(*) AS number
  UNION ALL
  MATCH (record:AuditRecord {subject: $viewer.organization}) WHERE coalesce(record.organization, '') <> $viewer.organization AND ${wanted} RETURN count(*) AS number
  UNION ALL
  MATCH (record:AuditRecord {maker: CASE WHEN $viewer.internal THEN $viewer.organization END})
  WHERE coalesce(record.organization, '') <> $viewer.organization AND coalesce(record.subject, '') <> $viewer.organization AND ${wanted} RETURN count(*) AS number
}
RETURN sum(number) AS total
`

const leafFields = part`record {.id, .at, .action, .outcome, .code, .count, .subject, .actor, .client, .organization, .address, .requestId, .changes, .reason, .maker}`

/** Only of its own doing: the leaf holds what others may not read. */
export const leafForProof = cypher<{ id: string }, { sequence: number; record: object }>()`
MATCH (record:AuditRecord {id: $in.id})
WHERE ${byOwn} AND record.sequence IS NOT NULL
RETURN record.sequence AS sequence, ${leafFields} AS record
`

export const leavesForProof = cypher<{ ids: readonly string[] }, { id: string; sequence: number; record: object }>()`
UNWIND $in.ids AS id
MATCH (record:AuditRecord {id: id})
WHERE ${byOwn} AND record.sequence IS NOT NULL
RETURN id, record.sequence AS sequence, ${leafFields} AS record
`
