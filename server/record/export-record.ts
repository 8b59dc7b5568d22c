import { createPrivateKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Graph } from '../kernel/graph.ts'
import { lastNumber, recordCount, recordsBetween, signaturesAfter, valuesAfter } from './export.cypher.ts'
import type { ExportLine } from './export-line.ts'
import { verifierKey } from './note.ts'
import { logState, type LogState, unprovenRecords, unsealedRecords } from './seal.cypher.ts'
import { readWitness } from './witness.ts'

const atOnce = 1_000

export interface ExportOptions {
  readonly graph: Graph
  readonly dataFolder: string
  /** Of the signing key. */
  readonly keyFile: string
  /** Whether addresses and other values that stand apart go along. */
  readonly withPersonalData: boolean
}

/** The sealed records, and those that are sealed meanwhile; gives the newest state of the log then. */
async function* sealed(graph: Graph): AsyncGenerator<ExportLine, LogState | undefined> {
  for (let from = 0; ;) {
    const [state] = await graph.read(logState, {})
    const [last] = await graph.read(lastNumber, {})
    const end = Math.max(state?.size ?? 0, (last?.sequence ?? -1) + 1)
    if (from >= end) return state
    for (; from < end; from += atOnce) {
      for (const row of await graph.read(recordsBetween, { from, to: Math.min(end, from + atOnce) })) yield { type: 'record', ...row }
    }
    from = end
  }
}

async function* byId<Row>(read: (after: string) => Promise<readonly Row[]>, idOf: (row: Row) => string): AsyncGenerator<Row> {
  for (let after = ''; ;) {
    const rows = await read(after)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < atOnce) return
    after = idOf(last)
  }
}

const publicKeys = async (keyFile: string, origin: string): Promise<string[]> => {
  const pem = await readFile(keyFile).catch(() => undefined)
  return pem ? [verifierKey({ name: origin, key: createPrivateKey(pem) })] : []
}

/** Everything that proves the record, as lines; nothing else of the hub is needed to check them. */
export async function* exportRecord({ graph, dataFolder, keyFile, withPersonalData }: ExportOptions): AsyncGenerator<ExportLine> {
  const [began] = await graph.read(logState, {})
  const origin = began?.origin ?? ''
  yield { type: 'log', format: 'devicetrail-record-1', origin, exportedAt: new Date().toISOString(), keys: await publicKeys(keyFile, origin) }
  const state = yield* sealed(graph)
  for (const { record } of await graph.read(unsealedRecords, { limit: 1_000_000 })) yield { type: 'record', sequence: null, hash: null, record }
  const [count] = await graph.read(recordCount, {})
  for (const { record } of await graph.read(unprovenRecords, {})) yield { type: 'apart', record }
  for await (const { signature } of byId((after) => graph.read(signaturesAfter, { after, limit: atOnce }), (row) => row.signature.id)) yield { type: 'signature', signature }
  if (withPersonalData) for await (const { value } of byId((after) => graph.read(valuesAfter, { after, limit: atOnce }), (row) => row.value.id)) yield { type: 'value', value }
  for (const note of new Set([...(await readWitness(dataFolder)), ...(state?.note ? [state.note] : [])])) yield { type: 'checkpoint', note }
  yield { type: 'end', records: count?.total ?? 0 }
}
