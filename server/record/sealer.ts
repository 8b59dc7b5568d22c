import { randomBytes, type KeyObject } from 'node:crypto'
import type { Graph } from '../kernel/graph.ts'
import { isAuthentic } from './authenticity.ts'
import type { AuthenticSince } from './authentic-since.ts'
import { keepApart } from './breach.ts'
import { GrowingTree } from './growing-tree.ts'
import { recordHash, type StoredRecord } from './leaf.ts'
import { readCheckpoint, signCheckpoint, verifierKey } from './note.ts'
import { beginLog, type LogState, logState, makersOf, sealRecords, type TailRow, tailToSeal, tilesByKey } from './seal.cypher.ts'
import { edgeTiles, tileHashes, tileText, type Tiles } from './tiles.ts'
import type { Witness } from './witness.ts'

/** So many at once: enough that what is done once a batch (two writes to the disk, a signature) does not count beside them. */
const batchSize = 1_000

export interface SealerOptions {
  readonly graph: Graph
  readonly key: KeyObject
  readonly witness: Witness
  /** Names this process among the nodes. */
  readonly holder: string
  readonly since: AuthenticSince
  /** Told of what the hub did not write. */
  readonly breach: (found: readonly TailRow[]) => void
}

/** The record in the database is not the one that was sealed: nothing more is sealed over it. */
export class RecordBroken extends Error {}

const newOrigin = (): string => `devicetrail/record/${randomBytes(6).toString('hex')}`

const tilesOf = async (graph: Graph, keys: readonly string[]): Promise<Tiles> =>
  new Map((await graph.read(tilesByKey, { keys })).map(({ key, hashes }) => [key, tileHashes(hashes)]))

const checked = (tree: GrowingTree, { note, size }: LogState): GrowingTree => {
  const checkpoint = note === null ? undefined : readCheckpoint(note)
  if (size === 0 || (checkpoint?.size === size && checkpoint.root.equals(tree.root()))) return tree
  throw new RecordBroken('The record\'s tree in the database does not have the root of its newest checkpoint. Nothing is sealed until somebody has looked: npm run audit:export, npm run audit:verify.')
}

/** Seals what is not sealed yet; for one holder of the lease at a time. */
export class Sealer {
  readonly #options: SealerOptions
  #tree: GrowingTree | undefined
  #origin = ''

  constructor(options: SealerOptions) {
    this.#options = options
  }

  /** What is known of the tree is read anew before the next batch: the lease was somebody else's, or an outcome is unknown. */
  forget(): void {
    this.#tree = undefined
  }

  /**
   * Seals a batch.
   * @returns whether there may be more at once
   * @throws RecordBroken where the tree in the database is not the signed one
   */
  async seal(): Promise<boolean> {
    const rows = await this.#options.graph.read(tailToSeal, { limit: batchSize })
    const strict = await this.#options.since.hasBegun()
    const found = (await this.#doubtful(rows)).filter(({ mac }) => strict || mac !== null)
    if (found.length > 0) await this.#setApart(found)
    const written = found.length === 0 ? rows : rows.filter((row) => !found.includes(row))
    if (written.length > 0 && !(await this.#append(written.map(({ record }) => record)))) return false
    if (!strict && rows.length < batchSize) await this.#options.since.begin()
    // What was set apart has left records to be sealed.
    return rows.length === batchSize || found.length > 0
  }

  /** What the hub did not write. */
  async #doubtful(rows: readonly TailRow[]): Promise<TailRow[]> {
    const seen = rows.map((row) => ({ row, authentic: isAuthentic(row) }))
    const open = seen.flatMap(({ row, authentic }) => (authentic === 'BUT_MAKER' ? [row] : []))
    const makers = open.length === 0 ? [] : await this.#options.graph.read(makersOf, { subjects: open.map(({ record }) => record.subject) })
    return [...seen.flatMap(({ row, authentic }) => (authentic ? [] : [row])), ...open.filter(({ record }, at) => record.maker !== makers[at]?.maker)]
  }

  async #setApart(found: readonly TailRow[]): Promise<void> {
    const { graph, holder, breach } = this.#options
    await keepApart(graph, holder, found)
    breach(found)
  }

  /** @returns false where the batch was not this sealer's to keep */
  async #append(records: readonly StoredRecord[]): Promise<boolean> {
    const tree = this.#tree ?? await this.#resume()
    // Until the batch is known to be kept, the tree in memory is ahead of the database.
    this.#tree = undefined
    const note = await this.#write(tree, records)
    if (note === undefined) return false
    this.#tree = tree
    await this.#options.witness.keep(note)
    return true
  }

  async #resume(): Promise<GrowingTree> {
    const { graph, witness } = this.#options
    const [state] = await graph.read(logState, {})
    if (!state) {
      await graph.write((writer) => writer.run(beginLog, { origin: newOrigin() }))
      return this.#resume()
    }
    this.#origin = state.origin
    const tree = checked(new GrowingTree(state.size, await tilesOf(graph, edgeTiles(state.size))), state)
    // Whoever sealed it may have ended before it kept its checkpoint outside.
    if (state.note !== null) await witness.keep(state.note)
    return tree
  }

  async #write(tree: GrowingTree, records: readonly StoredRecord[]): Promise<string | undefined> {
    const { graph, holder, key } = this.#options
    const before = tree.size
    const hashes = records.map(recordHash)
    const changed = tree.append(hashes)
    const signer = { name: this.#origin, key }
    const note = signCheckpoint({ origin: this.#origin, size: tree.size, root: tree.root() }, signer)
    const numbered = records.map(({ id }, at) => ({ id, sequence: before + at, hash: hashes[at]?.toString('hex') ?? '' }))
    const tiles = [...changed].map(([place, tile]) => ({ key: place, hashes: tileText(tile) }))
    return graph.write(async (writer) => {
      const [done] = await writer.run(sealRecords, { holder, origin: this.#origin, before, size: tree.size, note, key: verifierKey(signer), records: numbered, tiles })
      if (done?.sealed === undefined || done.sealed === 0) return undefined
      if (done.sealed !== records.length) throw new Error('A record vanished while it was being sealed')
      return note
    })
  }
}
