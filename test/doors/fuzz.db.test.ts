import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSchema } from '../../server/schema.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openDemoDatabase } from '../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../testkit/hub.ts'
import { chance, type Operation, operationsOf } from './fuzz-kit.ts'

let database: TestDatabase
let hub: TestHub
beforeAll(async () => {
  database = await openDemoDatabase()
  hub = await openTestHub(database, database.dataFolder)
})
afterAll(async () => {
  await hub.stop()
  await database.stop()
})

/** What nobody expected; what the hub refuses has a code of its own. */
const unexpected = async (viewer: string | undefined, operation: Operation): Promise<string | undefined> => {
  const { status, errors = [] } = await hub.ask(viewer, operation.query, operation.variables)
  const bad = errors.find(({ extensions }) => ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', undefined].includes(extensions?.['code'] as string | undefined))
  return bad || status >= 500 ? `${viewer} ${status} ${bad?.message ?? ''}\n${operation.query}\n${JSON.stringify(operation.variables).slice(0, 600)}` : undefined
}

describe('any operation that fits the schema', () => {
  it.each([['a hospital', 'hospital:CJUH', 1_000, 1], ['the maker', 'quality', 1_000, 2], ['nobody', undefined, 150, 3]] as const)('is answered or refused, asked by %s', async (_who, viewer, count, seed) => {
    const next = operationsOf(await openSchema(), chance(seed))
    const bad: string[] = []
    for (let index = 0; index < count; index += 1) {
      const found = await unexpected(viewer, next(index))
      if (found) bad.push(found)
    }
    expect(bad).toEqual([])
    expect((await fetch(`${hub.url}/readyz`)).status).toBe(200)
  })
})
