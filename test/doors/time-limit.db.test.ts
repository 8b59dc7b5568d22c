import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { limits } from '../../server/doors/limits.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { DatabaseAway, OutcomeUnknown } from '../../server/kernel/errors.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'

/** As the hub opens it: with its own limits. */
let graph: Graph
beforeAll(() => { graph = openGraph(inject('database')) })
afterAll(() => graph.close())

const endlessRead = cypher<object, { count: number }>()`/* endless read */ UNWIND range(1, 1000000000000) AS one WITH one WHERE one < 0 RETURN count(one) AS count`
const endlessWrite = cypher<object, { count: number }>()`/* endless write */ UNWIND range(1, 1000000000000) AS one WITH one WHERE one < 0 RETURN count(one) AS count`
const running = cypher<{ mark: string }, { count: number }>()`SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $in.mark RETURN count(*) AS count`
const count = async (mark: string): Promise<number> => (await graph.read(running, { mark }))[0]?.count ?? -1

it.each([
  ['endless read', () => graph.as({}).read(endlessRead, {})],
  ['endless write', () => graph.as({}).write((writer) => writer.run(endlessWrite, {}))],
])(`an %s is given up after ${limits.time} ms, and ends in Neo4j too`, async (mark, run) => {
  const given = run().catch((error: unknown) => error)
  await expect.poll(() => count(mark)).toBe(1)
  const error = await given
  expect(error instanceof DatabaseAway || error instanceof OutcomeUnknown).toBe(true)
  await expect.poll(() => count(mark), { timeout: 30_000 }).toBe(0)
})
