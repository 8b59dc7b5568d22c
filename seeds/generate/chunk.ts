import type { BatchSeed, EventSeed, History, LogisticUnitSeed, SerialSeed, ThingSeed } from '../history.ts'
import { mainSite, offsetOf } from './cast.ts'

type Told = Partial<Pick<EventSeed, 'type' | 'action' | 'disposition' | 'from' | 'to' | 'site' | 'documentNumber' | 'procedureReference'>>

/** What happened in one stretch of a generated history. */
export class Chunk {
  readonly batches: BatchSeed[] = []
  readonly serials: SerialSeed[] = []
  readonly logisticUnits: LogisticUnitSeed[] = []
  readonly events: EventSeed[] = []

  constructor(private readonly number: number) {}

  /** Tells of an event at the main site of who reports it, unless it is told otherwise. */
  tell(bizStep: string | undefined, at: number, reportedBy: string, things: readonly ThingSeed[], told: Told = {}): void {
    const event: EventSeed = {
      type: 'OBJECT', action: told.type === 'TRANSFORMATION' ? undefined : 'OBSERVE', site: mainSite(reportedBy), ...told,
      key: `${this.number}-${this.events.length}`, bizStep, eventTime: new Date(at).toISOString(), timeZoneOffset: offsetOf(reportedBy), reportedBy, things,
    }
    this.events.push(event)
  }

  /** Goods leave one organization and arrive at another; without an arrival they are under way. */
  send(things: readonly ThingSeed[], from: string, to: string, left: number, arrived?: number, disposition?: string): void {
    const paper = { documentNumber: `DN-${this.number}-${this.events.length}`, from, to }
    this.tell('shipping', left, from, things, { ...paper, disposition: disposition ?? 'in_transit' })
    if (arrived !== undefined) this.tell('receiving', arrived, to, things, { ...paper, disposition: disposition ?? 'in_progress' })
  }

  history(open: readonly string[]): History {
    const { batches, serials, logisticUnits, events } = this
    return { batches, serials, logisticUnits, events, settledExcept: open }
  }
}

export const hour = 3_600_000
export const day = 24 * hour

/** The day of a moment, YYYY-MM-DD. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
