import type { SerialState } from './custody-state.type.ts'

/** Serials of a batch at one place, in one journey or used at one place. */
export interface SerialCount {
  readonly one: string
  readonly other: string
  serials: number
}

/**
 * What a batch's serials add up to. Mutable: it grows serial by serial, in any order, and keeps no serial. Nothing but
 * counts: these follow from what one serial was and is, without a look at all the others.
 */
export interface BatchTally {
  serials: number
  /** By organization and site. */
  readonly stocked: Map<string, SerialCount>
  /** By sender and recipient. */
  readonly transit: Map<string, SerialCount>
  /** By organization and site. */
  readonly used: Map<string, SerialCount>
  /** Serials that an organization has or had. */
  readonly reached: Map<string, number>
}

export const newTally = (): BatchTally => ({ serials: 0, stocked: new Map(), transit: new Map(), used: new Map(), reached: new Map() })

const count = (counts: Map<string, SerialCount>, one: string, other: string, times: number): void => {
  const key = `${one}|${other}`
  const entry = counts.get(key)
  if (entry === undefined) counts.set(key, { one, other, serials: times })
  else entry.serials += times
}

/** Adds one serial of the batch; with `times` −1, takes away what it counted for. */
export const countSerial = (tally: BatchTally, { holder, site, transit, usage, passed }: SerialState, times: 1 | -1 = 1): void => {
  tally.serials += times
  if (holder !== undefined && site !== undefined) count(tally.stocked, holder, site, times)
  if (transit !== undefined) count(tally.transit, transit.from, transit.to, times)
  if (usage !== undefined) count(tally.used, usage.organization, usage.site, times)
  const holders = new Set(passed.map(({ organization }) => organization))
  if (holder !== undefined) holders.add(holder)
  for (const organization of holders) tally.reached.set(organization, (tally.reached.get(organization) ?? 0) + times)
}
