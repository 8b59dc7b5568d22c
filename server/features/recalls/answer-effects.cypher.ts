import { cypher } from '../../kernel/cypher.ts'

/** What answers and checks leave beside the notice's own lines. */

/** The same recall reached it by another way, too. */
export const nameOutside = cypher<{ id: string; number: string }, never>()`
MATCH (notice:RecallNotice {id: $in.id})
SET notice.outsideNumbers = [known IN coalesce(notice.outsideNumbers, []) WHERE known <> $in.number] + [$in.number]
`

/** What a recipient says never came stands against the record: a finding, for the maker to clear. Answers which are new. */
export const raiseNeverReceived = cypher<{ things: readonly string[]; notice: string; at: string }, { id: string }>()`
UNWIND $in.things AS id
CALL (id) {
  MATCH (thing:Serial {id: id}) RETURN thing
  UNION
  MATCH (thing:Batch {id: id}) RETURN thing
}
MERGE (finding:Finding {id: 'fnd_' + $in.notice + '_' + id})
ON CREATE SET finding.code = 'NEVER_RECEIVED', finding.raisedAt = $in.at, finding.maker = thing.maker, finding.note = 'The recipient of a recall notice says that it never came'
ON MATCH SET finding.clearedAt = CASE WHEN finding.clearedBy IS NULL THEN null ELSE finding.clearedAt END
MERGE (finding)-[:ABOUT]->(thing)
WITH finding WHERE finding.raisedAt = $in.at
RETURN finding.id AS id
`

/** It did come after all, by a later answer: what the former raised is cleared, unless a person has cleared it. */
export const clearNeverReceived = cypher<{ things: readonly string[]; notice: string; at: string }, never>()`
UNWIND $in.things AS id
MATCH (finding:Finding {id: 'fnd_' + $in.notice + '_' + id})
WHERE finding.clearedAt IS NULL
SET finding.clearedAt = $in.at
`

export const addCheck = cypher<{ notice: string; check: object }, { maker: string }>()`
MATCH (notice:RecallNotice {id: $in.notice})
WHERE $viewer.internal AND notice.maker = $viewer.organization
MATCH (recall:Recall {id: notice.recall})
WHERE recall.status = 'ONGOING'
CREATE (check:EffectivenessCheck)-[:CHECKS]->(notice)
SET check = $in.check
RETURN notice.maker AS maker
`

/** To whom goods were forwarded, by GLN, USCC, id or hub code. */
export const organizationsNamed = cypher<{ names: readonly string[] }, { name: string; id: string }>()`
UNWIND $in.names AS name
CALL (name) {
  MATCH (organization:Organization {id: name}) RETURN organization
  UNION
  MATCH (organization:Organization {code: name}) RETURN organization
  UNION
  MATCH (organization:Organization) WHERE organization.gln = name RETURN organization
  UNION
  MATCH (organization:Organization) WHERE organization.uscc = name RETURN organization
}
RETURN name, organization.id AS id
`
