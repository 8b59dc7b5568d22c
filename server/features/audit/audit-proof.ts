import { BadInput } from '../../kernel/errors.ts'
import type { Reader } from '../../kernel/graph.ts'
import { leafData, type StoredRecord } from '../../record/leaf.ts'
import { consistencySpans, inclusionSpans, type Span } from '../../record/merkle.rules.ts'
import { logState, type LogState, tilesByKey } from '../../record/seal.cypher.ts'
import { spanHash, tileHashes, tilesFor } from '../../record/tiles.ts'
import { leafForProof, leavesForProof } from './audit.cypher.ts'

export const stateOfLog = async (graph: Reader): Promise<LogState | undefined> => (await graph.read(logState, {}))[0]

const hashesOf = async (graph: Reader, spans: readonly Span[]): Promise<string[]> => {
  const rows = await graph.read(tilesByKey, { keys: tilesFor(spans) })
  const tiles = new Map(rows.map(({ key, hashes }) => [key, tileHashes(hashes)]))
  return spans.map((span) => spanHash(tiles, span).toString('base64'))
}

/**
 * That a record is in the log, as a C2SP tlog-proof (RFC 6962 inclusion proof with its checkpoint); `extra` holds the
 * leaf's bytes. Null where the record is not the viewer's own organization's, or not sealed yet.
 */
export const proofOfRecord = async (graph: Reader, id: string): Promise<string | null> => {
  const [[leaf], state] = await Promise.all([graph.read(leafForProof, { id }), stateOfLog(graph)])
  if (!leaf || !state?.note || leaf.sequence >= state.size) return null
  const path = await hashesOf(graph, inclusionSpans(leaf.sequence, state.size))
  const extra = leafData(leaf.record as StoredRecord).toString('base64')
  return ['c2sp.org/tlog-proof@v1', `extra ${extra}`, `index ${leaf.sequence}`, ...path, '', state.note].join('\n')
}

export interface InclusionProof {
  readonly id: string
  readonly index: number
  /** The leaf's bytes, base64. */
  readonly leaf: string
  /** Hashes, base64. */
  readonly path: readonly string[]
}

const proofsAtOnce = 200

/** The same for many records, all against the tree of one size. Those that are not the viewer's own organization's, or not sealed by then, have none. */
export const proofsOfRecords = async (graph: Reader, ids: readonly string[], size: number): Promise<InclusionProof[]> => {
  const proofs: InclusionProof[] = []
  for (let begin = 0; begin < ids.length; begin += proofsAtOnce) {
    for (const { id, sequence, record } of await graph.read(leavesForProof, { ids: ids.slice(begin, begin + proofsAtOnce) })) {
      if (sequence >= size) continue
      proofs.push({ id, index: sequence, leaf: leafData(record as StoredRecord).toString('base64'), path: await hashesOf(graph, inclusionSpans(sequence, size)) })
    }
  }
  return proofs
}

/**
 * That the log of `before` records grew into the one of `size` with nothing changed (RFC 6962, 2.1.2).
 * @throws BadInput where there are no such sizes
 */
export const proofOfGrowth = async (graph: Reader, before: number, size: number): Promise<string[]> => {
  const state = await stateOfLog(graph)
  if (before < 1 || before > size || size > (state?.size ?? 0)) throw new BadInput(`Give 1 ≤ before ≤ size ≤ ${state?.size ?? 0}, the log's size now.`)
  return hashesOf(graph, consistencySpans(before, size))
}
