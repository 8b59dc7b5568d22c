import { setTimeout as pause } from 'node:timers/promises'
import type { Reader } from '../../kernel/graph.ts'
import { proofsOfRecords, stateOfLog } from '../audit/audit-proof.ts'
import { trailQuery } from './evidence.query.ts'
import type { Manifest } from './manifest.ts'
import type { PackWriter } from './pack-writer.ts'
import { type Asking, type Row, rowsOf } from './pages.ts'

const fields = ['sequence', 'at', 'action', 'outcome', 'code', 'count', 'actor.name', 'actor.isSystem', 'actor.organization.name', 'reason', 'changes.field', 'hash', 'id']

/** More of one thing's records than a PDF or a manifest is good for; the files have them all. */
const mostProofs = 20_000

export interface PackedRecord {
  readonly record: Omit<Manifest['record'], 'key'>
  /** Oldest first, at most as many as a PDF shows. */
  readonly shown: readonly Row[]
  readonly total: number
}

/** Whether the newest record of the thing, this pack's own, is sealed: five times a second a node does it. */
const sealed = async ({ ask, context }: Asking, id: string): Promise<boolean> => {
  const { page } = await ask<{ page: { edges: readonly { node: { sequence: number | null } }[] } }>(context, trailQuery, { id, first: 1, after: null })
  return page.edges[0]?.node.sequence !== null
}

const sealing = 250
const patience = 12

/** What the record says of the thing, as far as its reader may know, with the proofs that it was sealed so. */
export const addRecord = async (pack: PackWriter, asking: Asking, id: string, most: number): Promise<PackedRecord> => {
  for (let tries = 0; tries < patience && !(await sealed(asking, id)); tries += 1) await pause(sealing)
  const shown: Row[] = []
  const ids: string[] = []
  let total = 0
  await pack.table('audit/trail', async function* () {
    for await (const row of rowsOf(asking, trailQuery, id)) {
      total += 1
      if (shown.length < most) shown.push(row)
      if (row['sequence'] !== null && ids.length < mostProofs) ids.push(String(row['id']))
      yield row
    }
  }(), fields)
  return { record: await proved(asking.context.graph, ids), shown: shown.reverse(), total }
}

const proved = async (graph: Reader, ids: readonly string[]): Promise<PackedRecord['record']> => {
  const state = await stateOfLog(graph)
  if (!state?.note) return { checkpoint: null, proofs: [] }
  return { checkpoint: state.note, proofs: await proofsOfRecords(graph, ids, state.size) }
}
