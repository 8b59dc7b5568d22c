import type { CustodyEvent } from './custody-event.type.ts'
import type { BatchState, SerialState } from './custody-state.type.ts'

/** Who handed something on to whom. */
export type HandOver = readonly [seller: string, customer: string]

/** That somebody hands on a maker's goods to somebody: one for all that ever came this way. */
export interface Supply {
  readonly seller: string
  readonly customer: string
  readonly maker: string
}

const present = (values: readonly (string | undefined)[]): string[] => values.filter((value) => value !== undefined)

/** Who had a serial and who is to get it, each from the one before, whoever reported it. */
export const handsOfSerial = ({ passed, holder, transit, usage }: SerialState): HandOver[] => {
  const hands = present([...passed.map(({ organization }) => organization), holder, transit?.to, usage?.organization])
  return hands.slice(1).flatMap((customer, index): HandOver[] => {
    const seller = hands[index] ?? customer
    return seller === customer ? [] : [[seller, customer]]
  })
}

/** As an event says itself. */
export const handsOfEvent = ({ from, to }: Pick<CustodyEvent, 'from' | 'to'>): HandOver[] => (from === undefined || to === undefined || from === to ? [] : [[from, to]])

const reached = ({ tenures, used }: BatchState): Set<string> => new Set([...tenures, ...used].map(({ organization }) => organization))

/**
 * Units of a lot: what is on its way; and where some came to who was sent none, anybody who had of it may have given it,
 * its maker only where nobody else had.
 */
export const handsOfBatch = (before: BatchState | undefined, after: BatchState, maker: string, told: readonly HandOver[]): HandOver[] => {
  const sent = [...before?.transit ?? [], ...after.transit].flatMap(handsOfEvent)
  const known = new Set([...sent, ...told].map(([, customer]) => customer))
  const had = before === undefined ? new Set<string>() : reached(before)
  const traders = [...had].filter((organization) => organization !== maker)
  const unexplained = [...reached(after)].filter((customer) => customer !== maker && !had.has(customer) && !known.has(customer))
  return [...sent, ...unexplained.flatMap((customer) => (traders.length > 0 ? traders : [maker]).map((seller): HandOver => [seller, customer]))]
}

/** Each once, in one order, so that two reports of the same wait for each other and never in a circle. */
export const suppliesOf = (handed: Iterable<readonly [maker: string, hands: readonly HandOver[]]>): Supply[] => {
  const found = new Map<string, Supply>()
  for (const [maker, hands] of handed) for (const [seller, customer] of hands) found.set(`${seller}|${customer}|${maker}`, { seller, customer, maker })
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, supply]) => supply)
}
