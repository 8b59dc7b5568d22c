import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { limits } from '../../server/doors/limits.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { DatabaseAway, OutcomeUnknown } from '../../server/kernel/errors.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { openRelay, type Relay } from '../testkit/relay.ts'

/** As the hub opens it, with its own limits, over a wire that can go dead: then nobody can tell Neo4j to stop. */
let relay: Relay
let graph: Graph
let observer: Graph
beforeAll(async () => {
  const database = inject('database')
  relay = await openRelay(Number(new URL(database.uri).port))
  graph = openGraph({ ...database, uri: `bolt://127.0.0.1:${relay.port}` })
  observer = openGraph(database)
})
afterAll(async () => {
  await relay.cut()
  await Promise.all([graph.close(), observer.close()])
})

const endlessRead = cypher<object, { count: number }>()`/* endless read */ UNWIND range(1, 1000000000000) AS one WITH one WHERE one < 0 RETURN count(one) AS count`
const endlessWrite = cypher<object, { count: number }>()`/* endless write */ UNWIND range(1, 1000000000000) AS one WITH one WHERE one < 0 RETURN count(one) AS count`
const running = cypher<{ mark: string }, { count: number }>()`SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $in.mark RETURN count(*) AS count`
const count = async (mark: string): Promise<number> => (await observer.read(running, { mark }))[0]?.count ?? -1

it(`a statement is given up after ${limits.time} ms, and Neo4j ends it by itself`, async () => {
  const viewer = graph.as({})
  const given = Promise.allSettled([viewer.read(endlessRead, {}), viewer.write((writer) => writer.run(endlessWrite, {}))])
  for (const mark of ['endless read', 'endless write']) await expect.poll(() => count(mark)).toBe(1)
  relay.swallow()
  const [read, write] = await given
  expect(read).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseAway) as Error })
  expect(write).toMatchObject({ status: 'rejected', reason: expect.any(OutcomeUnknown) as Error })
  for (const mark of ['endless read', 'endless write']) await expect.poll(() => count(mark), { timeout: 30_000 }).toBe(0)
})
