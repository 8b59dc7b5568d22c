import type { SerialState, Tenure } from './custody-state.type.ts'

/** Serials of a batch at one place, in one journey or used at one place. */
export interface SerialCount {
  readonly one: string
  readonly other: string
  serials: number
  /** The earliest start, for what is there or under way; the last use, for what was used. */
  at: string
}

/** What a batch's serials add up to. Mutable: it grows serial by serial, in any order, and keeps no serial. */
export interface BatchTally {
  serials: number
  /** By organization and site. */
  readonly stocked: Map<string, SerialCount>
  /** By sender and recipient. */
  readonly transit: Map<string, SerialCount>
  /** By organization and site. */
  readonly used: Map<string, SerialCount>
  readonly tenures: Map<string, Tenure>
}

export const newTally = (): BatchTally => ({ serials: 0, stocked: new Map(), transit: new Map(), used: new Map(), tenures: new Map() })

const count = (counts: Map<string, SerialCount>, one: string, other: string, at: string, better: (at: string, than: string) => boolean): void => {
  const key = `${one}|${other}`
  const entry = counts.get(key)
  if (entry === undefined) counts.set(key, { one, other, serials: 1, at })
  else {
    entry.serials += 1
    if (better(at, entry.at)) entry.at = at
  }
}

const earlier = (at: string, than: string): boolean => at < than
const later = (at: string, than: string): boolean => at > than

/** The span that covers both; open where one of them is. */
export const joined = (one: Tenure, other: Tenure): Tenure => {
  const from = one.from < other.from ? one.from : other.from
  if (one.until === undefined || other.until === undefined) return { organization: one.organization, from }
  return { organization: one.organization, from, until: one.until > other.until ? one.until : other.until }
}

const hold = (tally: BatchTally, tenure: Tenure): void => {
  const known = tally.tenures.get(tenure.organization)
  tally.tenures.set(tenure.organization, known === undefined ? tenure : joined(known, tenure))
}

/** Adds one serial of the batch. */
export const countSerial = (tally: BatchTally, { holder, since = '', site, transit, usage, passed }: SerialState): void => {
  tally.serials += 1
  if (holder !== undefined && site !== undefined) count(tally.stocked, holder, site, since, earlier)
  if (transit !== undefined) count(tally.transit, transit.from, transit.to, transit.since, earlier)
  if (usage !== undefined) count(tally.used, usage.organization, usage.site, usage.on, later)
  if (holder !== undefined) hold(tally, { organization: holder, from: since })
  for (const { organization, from, until } of passed) hold(tally, { organization, from, until })
}
