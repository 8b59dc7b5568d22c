import type { Graph } from '../kernel/graph.ts'
import { newId } from '../kernel/ids.ts'
import { closeTallies, endedTallies, purgeKeys } from './housekeeping.cypher.ts'

const atOnce = 500
const day = 86_400_000

/** Records the repeated refusals of every minute that is over. */
export const recordRepeatedRefusals = async (graph: Graph, now: Date): Promise<void> => {
  const at = now.toISOString()
  for (;;) {
    const tallies = await graph.read(endedTallies, { minute: at.slice(0, 16), limit: atOnce })
    const rows = tallies.map(({ key, row }) => ({ key, record: { ...(JSON.parse(row) as object), id: newId('aud'), at } }))
    if (rows.length > 0) await graph.write((writer) => writer.run(closeTallies, { rows }))
    if (rows.length < atOnce) return
  }
}

/** Forgets idempotency keys that are older: from then on a repeated request is a new one. */
export const forgetKeys = async (graph: Graph, keptDays: number, now: Date): Promise<number> => {
  const before = new Date(now.getTime() - keptDays * day).toISOString()
  for (let total = 0; ;) {
    const [done] = await graph.write((writer) => writer.run(purgeKeys, { before, limit: atOnce }))
    total += done?.purged ?? 0
    if ((done?.purged ?? 0) < atOnce) return total
  }
}

export const keepHouse = async (graph: Graph, keptDays: number, now = new Date()): Promise<void> => {
  await recordRepeatedRefusals(graph, now)
  await forgetKeys(graph, keptDays, now)
}
