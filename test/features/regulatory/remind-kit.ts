import { remindOfDeadlines } from '../../../server/features/delivery/remind-of-deadlines.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openGraph } from '../../../server/kernel/graph.ts'
import type { TestDatabase } from '../../testkit/database.ts'

const toldOf = cypher<{ subject: string }, { type: string; organization: string; data: string }>()`
MATCH (message:OutboxMessage {subject: $in.subject})
MATCH (organization:Organization {id: message.organization})
RETURN message.type AS type, organization.code AS organization, message.data AS data ORDER BY message.at, type`

/** Two nodes look at once, and again after both were started anew. */
export const look = async (database: TestDatabase, at: number): Promise<void> => {
  for (let start = 0; start < 2; start += 1) {
    const graphs = [openGraph(database), openGraph(database)]
    await Promise.all(graphs.map((graph) => remindOfDeadlines({ graph, now: () => new Date(at) })))
    await Promise.all(graphs.map((graph) => graph.close()))
  }
}

/** Of which deadlines of a thing the hub has told whom. */
export const deadlinesTold = async (database: TestDatabase, subject: string): Promise<{ type: string; organization: string; rule: string }[]> => {
  const graph = openGraph(database)
  const rows = await graph.read(toldOf, { subject })
  await graph.close()
  return rows.filter(({ type }) => type.includes('.deadline.')).map(({ type, organization, data }) => ({ type, organization, rule: (JSON.parse(data) as { rule: string }).rule }))
}
