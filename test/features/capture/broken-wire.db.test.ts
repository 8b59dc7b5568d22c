import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import { openHubOn, type TestHub } from '../../testkit/hub-on.ts'
import { openRelay, type Relay } from '../../testkit/relay.ts'
import { lately } from '../../testkit/lately.ts'

let database: TestDatabase
let relay: Relay
let hub: TestHub
let graph: Graph
beforeAll(async () => {
  database = await openDemoDatabase()
  relay = await openRelay(Number(new URL(database.uri).port))
  hub = await openHubOn({ ...database, uri: `bolt://127.0.0.1:${relay.port}` }, database.dataFolder, { deadline: 8_000 })
  graph = openGraph(database, { deadline: 60_000 })
})
afterAll(async () => {
  await hub?.stop()
  await relay?.cut()
  await graph?.close()
  await database?.stop()
})

const confirmReceipt = readFileSync(new URL('../../contract/operations/confirm-receipt.graphql', import.meta.url), 'utf8')

interface Heard {
  readonly acknowledged: string[]
  /** Answers that say that it is not kept, or not known. */
  away: number
  /** Any other answer: there must be none. */
  readonly strange: unknown[]
}

/** Reports receipts of one lot, each under its own key and number, again until it is acknowledged: what an honest client does. */
const report = async (writer: number, round: string, heard: Heard, signal: AbortSignal): Promise<void> => {
  for (let number = 0; !signal.aborted;) {
    const key = `${round}-${writer}-${number}`
    const input = { idempotencyKey: key, receivedAt: lately('2026-11-20T08:00:00.000Z'), documentNumber: key, lines: [{ code: '(01)08717648200274(10)5031184', quantity: 1 }] }
    const { data, errors } = await hub.ask<{ confirmReceipt: { __typename: string; acceptedCount: number; code: string } }>('hospital:CJUH', confirmReceipt, { input })
    const code = errors?.[0]?.extensions?.['code'] ?? data?.confirmReceipt.code
    if (data?.confirmReceipt.acceptedCount === 1) {
      heard.acknowledged.push(key)
      number += 1
    } else if (['DATABASE_AWAY', 'OUTCOME_UNKNOWN', 'IN_PROGRESS'].includes(String(code))) {
      heard.away += 1
      await pause(50)
    } else {
      heard.strange.push({ data, errors })
      return
    }
  }
}

const eventsOf = cypher<{ keys: readonly string[] }, { key: string; events: number; records: number }>()`
UNWIND $in.keys AS key
RETURN key, COUNT { MATCH (event:Event) WHERE event.documentNumber = key } AS events,
  COUNT { MATCH (one:IdempotencyKey) WHERE one.key ENDS WITH '|' + key AND one.answer IS NOT NULL } AS records`

const breaches = async (): Promise<string[]> => {
  const found: string[] = []
  for await (const breach of checkInvariants(graph, { schema: [] })) found.push(breachLine(breach))
  return found
}

const patience = { timeout: 90_000, interval: 50 }

test.each([
  ['slow', async () => relay.slow(100), 0],
  ['reset', async () => relay.reset(), 1],
  ['cut', () => relay.cut(), 1],
  ['silent', async () => relay.swallow(), 1],
])('on a wire that is %s every report is answered, kept once where it was acknowledged, and all go on when it is mended', async (how, breaks, told) => {
  const heard: Heard = { acknowledged: [], away: 0, strange: [] }
  const ended = new AbortController()
  onTestFinished(() => ended.abort())
  const writers = Array.from({ length: 8 }, (_, writer) => report(writer, how, heard, ended.signal))
  await expect.poll(() => heard.acknowledged.length, patience).toBeGreaterThan(8)
  const [before, away] = [heard.acknowledged.length, heard.away]
  await breaks()
  // Of a reset the next try may know nothing: then they simply go on.
  if (how === 'cut' || how === 'silent') await expect.poll(() => heard.away, patience).toBeGreaterThanOrEqual(away + told)
  else await expect.poll(() => heard.acknowledged.length, patience).toBeGreaterThan(before + 4)
  await relay.mend()
  const mended = heard.acknowledged.length
  await expect.poll(() => heard.acknowledged.length, patience).toBeGreaterThan(mended + 16)
  ended.abort()
  await Promise.all(writers)
  expect(heard.strange).toEqual([])
  const rows = await graph.read(eventsOf, { keys: heard.acknowledged })
  expect(rows.filter(({ events, records }) => events !== 1 || records !== 1)).toEqual([])
  expect(new Set(rows.map(({ key }) => key)).size).toBe(heard.acknowledged.length)
  expect(await breaches()).toEqual([])
})
