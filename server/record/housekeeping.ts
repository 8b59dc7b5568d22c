import type { Graph } from '../kernel/graph.ts'
import { newId } from '../kernel/ids.ts'
import type { RecordRow } from './audit-row.ts'
import { writeRecords } from './audit.cypher.ts'
import { isAuthentic, macOf } from './authenticity.ts'
import { purgeKeys, takeTallies } from './housekeeping.cypher.ts'

const atOnce = 500
const day = 86_400_000

/** Of a tally that somebody wrote by hand the record has no proof either, and is set apart when it comes to be sealed. */
const repeated = (row: string, count: number, at: string): RecordRow => {
  const { mac = null, ...first } = JSON.parse(row) as RecordRow
  const record = { ...first, id: newId('aud'), at, count }
  return isAuthentic({ record: first, mac }) === true ? { ...record, mac: macOf(record) } : record
}

/** Records the repeated refusals of every minute that is over; who was refused once has its record already. */
export const recordRepeatedRefusals = async (graph: Graph, now: Date): Promise<void> => {
  const at = now.toISOString()
  for (;;) {
    const taken = await graph.write(async (writer) => {
      const tallies = await writer.run(takeTallies, { minute: at.slice(0, 16), limit: atOnce })
      const records = tallies.filter(({ count }) => count > 0).map(({ row, count }) => repeated(row, count, at))
      if (records.length > 0) await writer.run(writeRecords, { records, personal: [], actors: [] })
      return tallies.length
    })
    if (taken < atOnce) return
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
