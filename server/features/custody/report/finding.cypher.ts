import { namedParty } from '../../../access/masked.ts'
import { unnamed } from '../../../access/unnamed.ts'
import { cypher, part, type Part } from '../../../kernel/cypher.ts'

/** By a person, by what was reported later, by filing what waited, or by an error declaration. */
export type FindingClearing = 'PERSON' | 'REPORT' | 'JOINED' | 'CORRECTED'

/** A finding as the viewer may know it; the thing and the event are loaded under the viewer's own sight. */
export interface FindingRow {
  readonly id: string
  readonly code: string
  readonly raisedAt: string
  readonly clearedAt: string | null
  readonly clearedByPerson: boolean
  readonly note: string | null
  readonly detail: string | null
  readonly owner: { id: string | null; name: string | null; nameZh: string | null; kinds: string[]; country: string | null } | null
  readonly clearedHow: FindingClearing | null
  readonly named: string | null
  /** It is about a product of the viewer's own. */
  readonly ofViewer: boolean
  readonly assignee: { readonly id: string; readonly name: string; readonly nameZh: string | null } | null
  readonly waiting: { readonly type: string; readonly bizStep: string | null; readonly eventTime: string; readonly recordTime: string }[]
  readonly serialId: string | null
  readonly batchId: string | null
  readonly eventId: string | null
}

interface FindingFilter {
  readonly open: boolean | null
  readonly code: string | null
  /** Only what the viewer has taken on. */
  readonly mine: boolean
}

// The index holds both keys, and is used only where both are asked for.
const anchors = {
  maker: part`MATCH (finding:Finding) WHERE finding.maker = $viewer.organization AND finding.raisedAt > '' AND $viewer.internal`,
  partner: part`MATCH (finding:Finding) WHERE finding.organization = $viewer.organization AND finding.raisedAt > ''`,
}

const wanted = part`($in.open IS NULL OR $in.open = (finding.clearedAt IS NULL)) AND ($in.code IS NULL OR $in.code = finding.code)
  AND (NOT $in.mine OR EXISTS { (finding)-[:ASSIGNED_TO {organization: $viewer.organization}]->(:Person {id: $viewer.person}) })`

const findingMap = part`finding {.id, .code, .raisedAt, .clearedAt, .detail, note: CASE WHEN finding.clearedBy IS NULL OR NOT ${unnamed(part`organization`)} THEN finding.note END, clearedByPerson: finding.clearedBy IS NOT NULL, eventId: finding.event,
  owner: ${namedParty(part`organization`)},
  .named, ofViewer: $viewer.internal AND finding.maker = $viewer.organization, assignee: head([(finding)-[:ASSIGNED_TO {organization: $viewer.organization}]->(assignee:Person) | assignee {.id, .name, .nameZh}]), clearedHow: CASE WHEN finding.clearedAt IS NULL THEN null WHEN finding.clearedBy IS NOT NULL THEN 'PERSON' ELSE coalesce(finding.clearedHow, 'REPORT') END,
  waiting: COLLECT { MATCH (finding)<-[:AWAITS]-(waiting:WaitingEvent) RETURN waiting {.type, .bizStep, .eventTime, .recordTime} ORDER BY waiting.eventTime DESC, waiting.id LIMIT 20 },
  serialId: head([(finding)-[:ABOUT]->(thing:Serial) | thing.id]), batchId: head([(finding)-[:ABOUT]->(thing:Batch) | thing.id])}`

const pageOver = (anchor: Part) => cypher<FindingFilter & { after: string; limit: number }, { place: string; finding: FindingRow }>()`
${anchor} AND ${wanted}
WITH finding, finding.raisedAt + '|' + finding.id AS place
WHERE $in.after = '' OR place < $in.after
WITH finding, place ORDER BY place DESC LIMIT toInteger($in.limit)
OPTIONAL MATCH (organization:Organization {id: finding.organization})
RETURN place, ${findingMap} AS finding
ORDER BY place DESC
`

const countOver = (anchor: Part) => cypher<FindingFilter, { total: number }>()`${anchor} AND ${wanted} RETURN count(*) AS total`

/** Findings, the newest first: the maker's of its own products, a partner's of its own reports. */
export const findingPages = { maker: pageOver(anchors.maker), partner: pageOver(anchors.partner) }
export const findingCounts = { maker: countOver(anchors.maker), partner: countOver(anchors.partner) }

const own = part`(finding.organization = $viewer.organization OR ($viewer.internal AND finding.maker = $viewer.organization))`

export const findingsById = cypher<{ ids: readonly string[] }, { finding: FindingRow }>()`
UNWIND $in.ids AS id
MATCH (finding:Finding {id: id})
WHERE ${own}
OPTIONAL MATCH (organization:Organization {id: finding.organization})
RETURN ${findingMap} AS finding
`

/** Whose products serials and batches are. */
export const makersOfThings = cypher<{ ids: readonly string[] }, { id: string; maker: string | null }>()`
UNWIND $in.ids AS id
OPTIONAL MATCH (serial:Serial {id: id})
OPTIONAL MATCH (batch:Batch {id: id})
RETURN id, coalesce(serial.maker, batch.maker) AS maker
`

/** A person clears it. Stock that is still negative stays a finding, and who may be the one with the copy does not say that there is none. */
export const clearOne = cypher<{ id: string; at: string; by: string; note: string; again: boolean }, { code: string; clearedAt: string | null; short: boolean; others: boolean }>()`
MATCH (finding:Finding {id: $in.id})
WHERE ${own}
WITH finding, finding.clearedAt AS before, finding.code = 'NEGATIVE_STOCK' AND EXISTS { (finding)-[:ABOUT]->(:Batch)-[cell:STOCKED_AT]->() WHERE cell.quantity < 0 } AS short,
  finding.code = 'SUSPECT' AND NOT ($viewer.internal AND finding.maker = $viewer.organization) AND EXISTS { (:Organization {id: finding.maker, onHub: true}) } AS others
FOREACH (_ IN CASE WHEN short OR others OR before IS NOT NULL AND NOT $in.again THEN [] ELSE [1] END | SET finding.clearedAt = $in.at, finding.clearedBy = $in.by, finding.note = $in.note, finding.awaiting = null)
RETURN finding.code AS code, before AS clearedAt, short, others
`

/** Somebody of the viewer's organization sees to it, or nobody any more; each of the two that it concerns has its own. */
export const assignOne = cypher<{ id: string; assignee: string | null; at: string }, { before: string | null; now: string | null }>()`
MATCH (finding:Finding {id: $in.id})
WHERE ${own}
OPTIONAL MATCH (assignee:Person {id: $in.assignee})-[:WORKS_FOR]->(:Organization {id: $viewer.organization})
OPTIONAL MATCH (finding)-[old:ASSIGNED_TO {organization: $viewer.organization}]->(before:Person)
DELETE old
FOREACH (_ IN CASE WHEN assignee IS NULL THEN [] ELSE [1] END | CREATE (finding)-[:ASSIGNED_TO {organization: $viewer.organization, at: $in.at}]->(assignee))
RETURN before.id AS before, assignee.id AS now
`
