import { cypher, part, type Part } from '../../../kernel/cypher.ts'

/** A finding as the viewer may know it; the thing and the event are loaded under the viewer's own sight. */
export interface FindingRow {
  readonly id: string
  readonly code: string
  readonly raisedAt: string
  readonly clearedAt: string | null
  readonly clearedByPerson: boolean
  readonly note: string | null
  readonly owner: { id: string | null; name: string | null; nameZh: string | null; kinds: string[]; country: string | null } | null
  readonly serialId: string | null
  readonly batchId: string | null
  readonly eventId: string | null
}

interface FindingFilter {
  readonly open: boolean | null
}

// The index holds both keys, and is used only where both are asked for.
const anchors = {
  maker: part`MATCH (finding:Finding) WHERE finding.maker = $viewer.organization AND finding.raisedAt > '' AND $viewer.internal`,
  partner: part`MATCH (finding:Finding) WHERE finding.organization = $viewer.organization AND finding.raisedAt > ''`,
}

const wanted = part`($in.open IS NULL OR $in.open = (finding.clearedAt IS NULL))`

const findingMap = part`finding {.id, .code, .raisedAt, .clearedAt, .note, clearedByPerson: finding.clearedBy IS NOT NULL, eventId: finding.event,
  owner: organization {.id, .name, .nameZh, .kinds, .country},
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

/** A person clears it. Stock that is still negative stays a finding. */
export const clearOne = cypher<{ id: string; at: string; by: string; note: string }, { code: string; clearedAt: string | null; short: boolean }>()`
MATCH (finding:Finding {id: $in.id})
WHERE ${own}
WITH finding, finding.clearedAt AS before, finding.code = 'NEGATIVE_STOCK' AND EXISTS { (finding)-[:ABOUT]->(:Batch)-[cell:STOCKED_AT]->() WHERE cell.quantity < 0 } AS short
FOREACH (_ IN CASE WHEN short OR before IS NOT NULL THEN [] ELSE [1] END | SET finding.clearedAt = $in.at, finding.clearedBy = $in.by, finding.note = $in.note)
RETURN finding.code AS code, before AS clearedAt, short
`
