import { type BatchTally, newTally } from '../../server/features/custody/batch-tally.rules.ts'
import type { Involvement, Places } from '../../server/features/custody/custody-event.type.ts'
import type { World } from '../../server/features/custody/timeline.rules.ts'
import { Failure } from '../../server/kernel/failure.ts'
import { stableId } from '../../server/kernel/ids.ts'
import type { BatchSeed, EventSeed, LogisticUnitSeed, SerialSeed } from '../history.ts'
import type { Directory } from './directory.ts'
import type { KnownProduct } from './product.cypher.ts'

interface Entry {
  readonly id: string
  readonly key: string
  readonly involvements: Involvement[]
}

export interface BatchEntry extends Entry {
  readonly seed: BatchSeed
  readonly product: KnownProduct
  readonly tally: BatchTally
}

export interface SerialEntry extends Entry {
  readonly seed: SerialSeed
  readonly product: KnownProduct
  readonly batch: BatchEntry | undefined
}

export interface UnitEntry extends Entry {
  readonly seed: LogisticUnitSeed
}

const named = <T>(map: ReadonlyMap<string, T>, kind: string, key: string): T => {
  const entry = map.get(key)
  if (entry === undefined) throw new Failure(`The seed speaks of the ${kind} ${key} before it introduces it, or after it said that nothing more comes: correct the seed.`)
  return entry
}

/** What a loader remembers of the things of which more may come: by the seed's key, and by id. */
export class Ledger implements World {
  readonly batches = new Map<string, BatchEntry>()
  readonly serials = new Map<string, SerialEntry>()
  readonly units = new Map<string, UnitEntry>()
  private readonly entries = new Map<string, Entry>()

  constructor(private readonly directory: Directory) {}

  get places(): Places {
    return this.directory
  }

  addBatch(seed: BatchSeed): void {
    const product = this.directory.product(seed.product)
    const key = `${product.id}|${seed.lotNumber}`
    this.remember(this.batches, seed.key, { id: stableId('bat', key), key, seed, product, involvements: [], tally: newTally() })
  }

  addSerial(seed: SerialSeed): void {
    const product = this.directory.product(seed.product)
    const key = `${product.id}|${seed.serialNumber}`
    const batch = seed.batch === undefined ? undefined : this.batch(seed.batch)
    this.remember(this.serials, seed.key, { id: stableId('ser', key), key, seed, product, batch, involvements: [] })
  }

  /** @param day the day on which it was first packed: an SSCC may be used again after a year */
  addUnit(seed: LogisticUnitSeed, day: string): void {
    const key = `${seed.sscc}|${day}`
    this.remember(this.units, seed.key, { id: stableId('lgu', key), key, seed, involvements: [] })
  }

  batch(key: string): BatchEntry {
    return named(this.batches, 'batch', key)
  }

  serial(key: string): SerialEntry {
    return named(this.serials, 'serial', key)
  }

  thing(thing: EventSeed['things'][number]): Entry {
    if (thing.serial !== undefined) return this.serial(thing.serial)
    if (thing.batch !== undefined) return this.batch(thing.batch)
    return named(this.units, 'logistic unit', thing.unit ?? '(none)')
  }

  involve(id: string, involvement: Involvement): void {
    this.entries.get(id)?.involvements.push(involvement)
  }

  involvements(id: string): readonly Involvement[] {
    return this.entries.get(id)?.involvements ?? []
  }

  /** A ledger that knows only the batches named, whose story goes on. */
  successor(batches: ReadonlySet<string>): Ledger {
    const ledger = new Ledger(this.directory)
    for (const [key, entry] of this.batches) if (batches.has(key)) ledger.remember(ledger.batches, key, entry)
    return ledger
  }

  private remember<T extends Entry>(map: Map<string, T>, key: string, entry: T): void {
    if (map.has(key)) throw new Failure(`The seed introduces ${key} twice: correct the seed.`)
    map.set(key, entry)
    this.entries.set(entry.id, entry)
  }
}
