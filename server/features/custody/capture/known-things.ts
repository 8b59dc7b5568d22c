import { labelOfId } from '../../../kernel/ids.ts'
import type { Writer } from '../../../kernel/graph.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import type { ThingIds } from './history.cypher.ts'
import { type LockedBatch, type LockedSerial, type LockedUnit, type LockInput, lockThings, type LockRow } from './lock.cypher.ts'
import { KnownPlaces } from './places.ts'

/** What a report concerns, by id: locked and read. `state` is undefined where only its events can tell it. */
export interface KnownSerial extends LockedSerial {
  readonly state: SerialState | undefined
}

export interface KnownBatch extends LockedBatch {
  readonly state: BatchState | undefined
}

const parsed = <State>(custody: string | null): State | undefined => (custody === null ? undefined : (JSON.parse(custody) as State))

/** Global ids by what they name. */
export const byLabel = (ids: Iterable<string>): ThingIds => {
  const all = [...new Set(ids)]
  const of = (label: string): string[] => all.filter((id) => labelOfId(id) === label)
  return { serials: of('Serial'), batches: of('Batch'), units: of('LogisticUnit') }
}

/** All that one transaction has locked and read so far. */
export class KnownThings {
  readonly serials = new Map<string, KnownSerial>()
  readonly batches = new Map<string, KnownBatch>()
  readonly units = new Map<string, LockedUnit>()
  readonly places = new KnownPlaces()
  /** Hash of each event that was there before, by id. */
  readonly events = new Map<string, string>()

  constructor(private readonly writer: Writer) {}

  has(id: string): boolean {
    return this.serials.has(id) || this.batches.has(id) || this.units.has(id)
  }

  /** Locks and reads things, places and parties that are not known yet; what does not exist stays unknown. */
  async learn(ids: Iterable<string>, also: Partial<Pick<LockInput, 'sites' | 'organizations' | 'events'>> = {}): Promise<void> {
    const things = byLabel([...ids].filter((id) => !this.has(id)))
    const sites = this.places.missingSites(also.sites ?? [])
    const organizations = this.places.missingOrganizations(also.organizations ?? [])
    const events = also.events ?? []
    const wanted = [things.serials, things.batches, things.units, sites, organizations, events]
    if (wanted.every((list) => list.length === 0)) return
    const [row] = await this.writer.run(lockThings, { ...things, sites, organizations, events })
    if (row !== undefined) this.add(row)
  }

  /** Those that somebody waits for who reported them before they were known to it. */
  awaited(): string[] {
    return [...this.serials.values(), ...this.batches.values(), ...this.units.values()].filter((thing) => thing.awaited).map(({ id }) => id)
  }

  /** What was written is read again when it is asked for next. */
  forget(ids: Iterable<string>): void {
    for (const id of ids) {
      this.serials.delete(id)
      this.batches.delete(id)
    }
  }

  private add(row: LockRow): void {
    this.places.add(row)
    for (const serial of row.serials) this.serials.set(serial.id, { ...serial, state: parsed(serial.custody) })
    for (const batch of row.batches) if (!this.batches.has(batch.id)) this.batches.set(batch.id, { ...batch, state: parsed(batch.custody) })
    for (const unit of row.units) this.units.set(unit.id, unit)
    for (const { id, hash } of row.events) this.events.set(id, hash)
  }
}
