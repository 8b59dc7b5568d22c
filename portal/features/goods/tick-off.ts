import type { DraftLine, Expected } from '../outbox/report.ts'
import { counts } from './goods-set.ts'
import { readOffline } from './read-offline.ts'

/** What a scanned line is to the list that it is ticked off against; `short`: said to be missing. */
export type Tick = 'ticked' | 'surplus' | 'wrongGoods' | 'short'

/** A line of the list, and how much of it is still to come. */
export interface Awaited { expected: Expected, open: number }

export interface TickedOff { awaited: Awaited[], ticks: ReadonlyMap<string, Tick> }

/** In pieces: a line counts packages where a package's code was scanned. */
const amountOf = (line: DraftLine) => counts(line) ? (line.quantity ?? 1) * (line.known?.units ?? 1) : 1

/** Whether a line is of what is expected: by the hub's id, by its code, or by what the label says. */
function fits({ same, code, known }: DraftLine, expected: Expected): boolean {
  if (same === expected.id || code === expected.code) return true
  const label = readOffline(code)
  const [lot, serial] = [known?.lot ?? label.lot, known?.serial ?? label.serial]
  if (expected.sscc) return expected.sscc === (label.sscc ?? serial)
  const dis = [label.di, known?.di].filter(Boolean)
  if (expected.di && dis.length && !dis.includes(expected.di)) return false
  if (expected.serial) return expected.serial === serial
  return expected.lot ? expected.lot === lot : dis.includes(expected.di ?? '')
}

/** Ticks lines off against a list, in the order in which they were scanned (the newest stands first). */
export function tickOff(list: readonly Expected[], lines: readonly DraftLine[]): TickedOff {
  const awaited = list.map((expected) => ({ expected, open: expected.quantity ?? 1 }))
  const ticks = new Map<string, Tick>()
  for (const line of [...lines].reverse()) {
    const own = awaited.filter(({ expected }) => fits(line, expected))
    const place = own.find(({ open }) => open > 0)
    const amount = amountOf(line)
    ticks.set(line.id, !own.length ? 'wrongGoods' : !place || amount > place.open ? 'surplus' : line.condition === 'MISSING' ? 'short' : 'ticked')
    if (place) place.open = Math.max(0, place.open - amount)
  }
  return { awaited, ticks }
}

/** The list that is left once the lines have been reported. */
export const stillAwaited = ({ awaited }: TickedOff): Expected[] =>
  awaited.filter(({ open }) => open > 0).map(({ expected, open }) => ({ ...expected, quantity: expected.quantity === null ? null : open }))

/** A line that comes back stands on the list again. */
export function listed({ id, code, known, quantity }: DraftLine): Expected {
  const { di, sscc, ...label } = readOffline(code)
  return { id, code, di, sscc, name: known?.name ?? null, nameZh: known?.nameZh ?? null, lot: known?.lot ?? label.lot, serial: known?.serial ?? label.serial, expiresOn: label.expiresOn, quantity }
}
