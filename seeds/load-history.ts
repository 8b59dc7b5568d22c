import { Failure } from '../server/kernel/failure.ts'
import type { Graph } from '../server/kernel/graph.ts'
import type { History } from './history.ts'
import { BulkWriter } from './load/bulk-writer.ts'
import { Directory } from './load/directory.ts'
import { addTo, emptyGroup, type Group } from './load/group.ts'
import { type LoadContext, prepareGroup, writeGroup } from './load/group-load.ts'
import { Ledger } from './load/ledger.ts'
import { loadPartners } from './load/load-partners.ts'
import { loadProducts } from './load/load-products.ts'
import { beginSeed, finishSeed, seedMark } from './load/mark.cypher.ts'

/** How many of each were written. */
export interface LoadCounts {
  batches: number
  serials: number
  events: number
}

export interface LoadOptions {
  /** Names the seed in the graph, which takes each but once; event ids depend on it. */
  readonly name: string
  /** Where documents' content goes. */
  readonly dataFolder: string
  /** Told after every group of chunks. */
  readonly report?: (counts: Readonly<LoadCounts>) => void
  /** Transactions at a time. */
  readonly parallel?: number
}

const begin = async (graph: Graph, name: string): Promise<boolean> => {
  const [mark] = await graph.read(seedMark, { name })
  if (mark !== undefined && mark.finishedAt === null) {
    throw new Failure(`Loading "${name}" was begun before and did not finish: load it into an empty database (remove the data folder, or set DEVICETRAIL_DATA to another).`)
  }
  if (mark === undefined) await graph.write((writer) => writer.run(beginSeed, { name, now: new Date().toISOString() }))
  return mark === undefined
}

/** Serials in a group, about: enough for full transactions side by side, little enough for Node's memory. */
const serialsInGroup = 10_000

/** Gathers chunks until they are enough and one says that they are settled; the last group is settled by the end. */
async function* groupsOf(chunks: Iterable<History> | AsyncIterable<History>): AsyncGenerator<readonly [Group, ReadonlySet<string>]> {
  let group = emptyGroup()
  for await (const chunk of chunks) {
    addTo(group, chunk)
    if (chunk.settledExcept === undefined || group.serials.length < serialsInGroup) continue
    yield [group, new Set(chunk.settledExcept)]
    group = emptyGroup()
  }
  yield [group, new Set()]
}

const count = (counts: LoadCounts, { batches, serials, events }: Group): void => {
  counts.batches += batches.length
  counts.serials += serials.length
  counts.events += events.length
}

/**
 * Writes a history: the things, the events, and all that follows from these (custody, stock, genealogy, findings).
 * The same seed gives the same ids. A seed that the graph has already changes nothing.
 * @returns what was written; undefined where the graph had it already
 * @throws Failure where the seed names what it does not introduce, or an earlier load of it was cut off
 */
export const loadHistory = async (graph: Graph, chunks: Iterable<History> | AsyncIterable<History>, options: LoadOptions): Promise<LoadCounts | undefined> => {
  if (!(await begin(graph, options.name))) return undefined
  const directory = await Directory.of(graph)
  const writer = new BulkWriter(graph, options.parallel)
  const context: LoadContext = { seedName: options.name, dataFolder: options.dataFolder, directory, writer }
  const counts: LoadCounts = { batches: 0, serials: 0, events: 0 }
  let ledger = new Ledger(directory)
  let writing: Promise<void> = Promise.resolve()
  for await (const [group, openBatches] of groupsOf(chunks)) {
    await loadPartners(group, directory, writer)
    await loadProducts(group, graph, directory, writer)
    const prepared = prepareGroup(group, ledger, openBatches, context)
    ledger = ledger.successor(openBatches)
    // One group is prepared while the one before it is written.
    await writing
    writing = writeGroup(prepared, context).then(() => { count(counts, group); options.report?.(counts) })
    writing.catch(() => undefined)
  }
  await writing
  await graph.write((transaction) => transaction.run(finishSeed, { name: options.name, now: new Date().toISOString(), counts }))
  return counts
}
