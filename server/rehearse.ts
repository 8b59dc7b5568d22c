import { writeBatchStates } from './features/custody/capture/batch.cypher.ts'
import { concernBatches, concernSerials, createEvents } from './features/custody/capture/event.cypher.ts'
import { writeFindings } from './features/custody/capture/finding.cypher.ts'
import { historyOf, insideOf } from './features/custody/capture/history.cypher.ts'
import { lockThings } from './features/custody/capture/lock.cypher.ts'
import { writeSerialStates } from './features/custody/capture/serial.cypher.ts'
import { findOwnSite, findParties } from './features/custody/report/find-parties.cypher.ts'
import { findThings, packedInside } from './features/custody/report/find-things.cypher.ts'
import { createSellThrough } from './features/custody/report/sell-through.cypher.ts'
import { issueNotices } from './features/recalls/notice-issue.cypher.ts'
import { coverScope, scopeMembers } from './features/recalls/recall-write.cypher.ts'
import { cypher, type Part } from './kernel/cypher.ts'
import type { Graph, ViewerGraph } from './kernel/graph.ts'
import { countRefusal } from './record/audit.cypher.ts'
import { claimKey, completeChange } from './record/change.cypher.ts'

/** What most reports run, in their order, and the costliest of a recall's signing. */
const writes: readonly Part[] = [
  claimKey, findThings, lockThings, createEvents, concernSerials, writeSerialStates, writeBatchStates, completeChange,
  findOwnSite, findParties, createSellThrough, concernBatches, writeFindings, countRefusal, packedInside, insideOf, historyOf,
  scopeMembers, coverScope, issueNotices,
]

class Rehearsed extends Error {}

const nobody = { organization: '', internal: true, finds: [] }

/** One that fails on having nothing to do was planned all the same. */
const rehearse = (graph: ViewerGraph, text: Part): Promise<void> =>
  graph.write(async ({ run }) => {
    await run(cypher<object, unknown>()`${text}`, {})
    throw new Rehearsed()
  }).catch(() => undefined)

/**
 * Has the database plan what reports run: a first report would wait seconds for it, near the deadline of a write. Each
 * statement runs with nothing to do, in a transaction that is undone (explained, it would be planned by half). To be
 * begun when the doors are open, and not waited for: one after the other, so that whoever reports meanwhile goes first.
 */
export const rehearseWrites = (graph: Graph): { stop(): Promise<void> } => {
  let isStopped = false
  const all = async (): Promise<void> => {
    for (const text of writes) if (!isStopped) await rehearse(graph.as(nobody), text)
  }
  const done = all()
  return {
    stop: () => {
      isStopped = true
      return done
    },
  }
}
