import { issueNotices, recordIssue } from '../../server/features/recalls/notice-issue.cypher.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import type { Graph } from '../../server/kernel/graph.ts'

interface SignedRecall {
  readonly recall: string
  readonly maker: string
  readonly at: string
  readonly respondBy: string | null
  readonly batches: readonly string[]
  readonly serials: readonly string[]
}

const withoutNotices = cypher<object, SignedRecall>()`
MATCH (recall:Recall)
WHERE recall.place > '' AND recall.approvedAt IS NOT NULL AND NOT EXISTS { (recall)-[:ISSUED]->() }
RETURN recall.id AS recall, recall.maker AS maker, recall.approvedAt AS at, recall.respondBy AS respondBy,
  [(recall)-[:COVERS]->(batch:Batch) | batch.id] AS batches, [(recall)-[:COVERS]->(serial:Serial) | serial.id] AS serials`

const counted = cypher<{ recall: string }, { serials: number }>()`
MATCH (recall:Recall {id: $in.recall})
RETURN COUNT { (recall)-[:COVERS]->(:Serial) } + reduce(sum = 0, count IN [(recall)-[:COVERS]->(batch:Batch) | coalesce(batch.serialCount, 0)] | sum + count) AS serials`

/** The notices of recalls that a history tells of, as if they had been signed in the hub: by the same statement. */
export const issueToldNotices = async (graph: Graph): Promise<void> => {
  for (const { maker, ...order } of await graph.read(withoutNotices, {})) {
    await graph.as({ organization: maker, internal: true }).write(async (writer) => {
      await writer.run(issueNotices, { ...order, origins: [] })
      const [count] = await writer.run(counted, { recall: order.recall })
      await writer.run(recordIssue, { recall: order.recall, serials: count?.serials ?? 0, units: 0, notifiedAt: order.at })
    })
  }
}
