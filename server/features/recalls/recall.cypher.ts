import { visible } from '../../access/visible.ts'
import { cypher, part } from '../../kernel/cypher.ts'
import type { Recall } from './recall.type.ts'

/** Of the viewer's own recalls it sees everything, drafts and drills included. */
export const makersOwn = part`($viewer.internal AND recall.maker = $viewer.organization)`

export const recallMap = part`recall {.id, .reference, .title, .titleZh, .reason, .status, .classification, .drill, .approvedAt, .closedAt, .respondBy, .riskStatement, .reasonZh, .riskStatementZh, .estimatedCompletion, .authorityReference, actions: coalesce(recall.actions, []),
  draftedAt: CASE WHEN ${makersOwn} THEN recall.draftedAt END, conclusion: CASE WHEN ${makersOwn} THEN recall.conclusion END}`

/** Signed recalls are for whoever may see what they cover; drafts and drills stay with the maker's own teams. */
export const recallShown = part`((recall.status IN ['ONGOING', 'COMPLETED', 'TERMINATED'] AND NOT recall.drill) OR ${makersOwn})`

type Covered = { ids: readonly string[] }
type RecallsOf = { subject: string; recalls: Recall[] }

/** A serial's recalls are its own and its batch's. */
export const recallsOfSerials = cypher<Covered, RecallsOf>()`
UNWIND $in.ids AS id
MATCH (serial:Serial {id: id})-[:OF]->(product:Product)
WHERE ${visible.serial}
RETURN id AS subject, COLLECT {
  MATCH (serial)-[:FROM*0..1]->(covered)<-[:COVERS]-(recall:Recall)
  WHERE ${recallShown}
  WITH DISTINCT recall
  RETURN ${recallMap} ORDER BY recall.approvedAt DESC
} AS recalls
`

export const recallsOfBatches = cypher<Covered, RecallsOf>()`
UNWIND $in.ids AS id
MATCH (batch:Batch {id: id})-[:OF]->(product:Product)
WHERE ${visible.batch}
RETURN id AS subject, COLLECT {
  MATCH (batch)<-[:COVERS]-(recall:Recall)
  WHERE ${recallShown}
  RETURN ${recallMap} ORDER BY recall.approvedAt DESC
} AS recalls
`

/** By id: for the maker's teams, for who has a notice of it, and for who may see something that it covers. */
export const recallsById = cypher<Covered, { recall: Recall }>()`
UNWIND $in.ids AS id
MATCH (recall:Recall {id: id})
WHERE ${recallShown} AND (${makersOwn}
  OR EXISTS { (recall)-[:ISSUED]->(:RecallNotice {organization: $viewer.organization}) }
  OR EXISTS { MATCH (recall)-[:COVERS]->(batch:Batch)-[:OF]->(product:Product) WHERE ${visible.batch} }
  OR EXISTS { MATCH (recall)-[:COVERS]->(serial:Serial)-[:OF]->(product:Product) WHERE ${visible.serial} })
RETURN ${recallMap} AS recall
`
