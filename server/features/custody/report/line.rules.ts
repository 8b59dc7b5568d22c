import type { RejectedLine } from '../../../record/rejected-line.type.ts'
import type { KnownBatch, KnownSerial, KnownThings } from '../capture/known-things.ts'
import { againstUse } from './against-use.rules.ts'
import { type LineReason, reason } from './line-reason.ts'
import { madeLater } from './made-later.rules.ts'

export { type LineReason, reason }

/** A line of a report whose code names one thing: a serial, a quantity of a lot, or a carton with all that is inside. */
export interface Goods {
  /** Counts from 1. */
  readonly line: number
  readonly code: string
  readonly id: string
  /** Of a lot. */
  readonly quantity?: number
  readonly unit?: string
  /** Of a carton or pallet. */
  readonly contents: readonly string[]
  /** Units of lots among these, each with the carton that it is in. */
  readonly packed?: readonly Packed[]
}

export interface Packed {
  readonly id: string
  readonly unit: string
  readonly quantity: number
}

/** Who reports, when it happened, and which day that was there. What was right then is right, however late it is told. */
export interface Asking {
  readonly organization: string
  readonly at: string
  readonly day: string
  /** Where, if that is told. */
  readonly site?: string | undefined
}

export type SerialRule = (serial: KnownSerial, asking: Asking, batch: KnownBatch | undefined) => LineReason | undefined
/** `unit`: the carton that the units are in. */
export type LotRule = (batch: KnownBatch, quantity: number, asking: Asking, unit?: string) => LineReason | undefined

/** What must hold of each thing of a line: nothing is kept of a line of which something may not be. */
export interface LineRules {
  readonly serial: readonly SerialRule[]
  readonly lot: readonly LotRule[]
}

const endings: Readonly<Record<string, LineReason>> = {
  DESTROYED: reason('SCRAPPED', 'It was scrapped. If that was a mistake, declare that record an error.'),
  IMPLANTED: reason('ALREADY_USED', 'It was implanted. If that was a mistake, declare that record an error.'),
  CONSUMED: reason('ALREADY_USED', 'It was used up. If that was a mistake, declare that record an error.'),
}

/** Used up, in a body or scrapped: nothing more can happen to it. */
export const notEnded: SerialRule = ({ status }) => endings[status]

/** Recalled, held, expired or scrapped: not to be shipped on, sold or used. */
export const usable: SerialRule = (serial, asking, batch) => endings[serial.status] ?? againstUse(serial, asking, batch)

export const usableLot: LotRule = (batch, _, asking) => againstUse(batch, asking)

export const notInStock = reason('NOT_IN_YOUR_STOCK', 'It is not in your stock. Confirm its receipt first.')
export const onItsWay = reason('ON_ITS_WAY', 'You have sent it off already. If it came back, take the shipment back first.')

/** In the reporter's hands, on its way to or from it, or its own product: of others, a word on its condition is a claim. */
export const inCharge: SerialRule = ({ holder, maker, transit }, { organization }) =>
  [holder, maker, transit?.from, transit?.to].includes(organization) ? undefined : notInStock

/** It is in the reporter's hands, and not on its way to somebody else. */
export const inHand: SerialRule = ({ holder, transit }, { organization }) => {
  if (holder !== organization) return notInStock
  return transit !== null && transit.from === organization && transit.to !== organization ? onItsWay : undefined
}

const checkSerial = (serial: KnownSerial, rules: LineRules, asking: Asking, known: KnownThings): LineReason | undefined => {
  const batch = serial.batch === null ? undefined : known.batches.get(serial.batch)
  const early = madeLater(serial, asking.at)
  if (early !== undefined) return early
  for (const rule of rules.serial) {
    const why = rule(serial, asking, batch)
    if (why !== undefined) return why
  }
  return undefined
}

const checkLot = (batch: KnownBatch, quantity: number, rules: LineRules, asking: Asking, unit?: string): LineReason | undefined => {
  const early = madeLater(batch, asking.at)
  if (early !== undefined) return early
  for (const rule of rules.lot) {
    const why = rule(batch, quantity, asking, unit)
    if (why !== undefined) return why
  }
  return undefined
}

const inside = (udi: string, { code, message }: LineReason): LineReason => reason(code, `Inside is ${udi}: ${message} Take it out first, or report the others one by one.`)

/** Units of lots in a carton, with those of the same lot in other lines; what arrived or was used by itself is not in there any more. */
const checkPacked = ({ packed = [] }: Goods, rules: LineRules, asking: Asking, known: KnownThings, taken: Map<string, number>): LineReason | undefined => {
  const sums = new Map<string, number>()
  for (const { id, unit, quantity } of packed) {
    const batch = known.batches.get(id)
    const there = batch?.state === undefined ? quantity : batch.state.inside[unit] ?? 0
    if (batch === undefined || there <= 0) continue
    const sum = (sums.get(id) ?? taken.get(id) ?? 0) + there
    const why = checkLot(batch, sum, rules, asking, unit)
    if (why !== undefined) return inside(batch.udi, why)
    sums.set(id, sum)
  }
  for (const [id, sum] of sums) taken.set(id, sum)
  return undefined
}

const checkInside = (goods: Goods, rules: LineRules, asking: Asking, known: KnownThings, taken: Map<string, number>): LineReason | undefined => {
  for (const id of goods.contents) {
    const serial = known.serials.get(id)
    // What was used or scrapped is not in there any more, whatever the packing list says.
    if (serial === undefined || endings[serial.status] !== undefined) continue
    const why = checkSerial(serial, rules, asking, known)
    if (why !== undefined) return inside(serial.udi, why)
  }
  const why = checkPacked(goods, rules, asking, known, taken)
  if (why !== undefined) return why
  return goods.contents.length === 0 ? reason('EMPTY', 'Nothing is known to be inside. Report what is in it.') : undefined
}

const check = (goods: Goods, rules: LineRules, asking: Asking, known: KnownThings, taken: Map<string, number>): LineReason | undefined => {
  const [serial, batch] = [known.serials.get(goods.id), known.batches.get(goods.id)]
  const before = taken.get(goods.id)
  if (batch === undefined && before !== undefined) return reason('DUPLICATE_LINE', 'The same is in another line of this report.')
  const quantity = (before ?? 0) + (goods.quantity ?? 0)
  const why = serial !== undefined ? checkSerial(serial, rules, asking, known) : batch !== undefined ? checkLot(batch, quantity, rules, asking) : checkInside(goods, rules, asking, known, taken)
  if (why === undefined) taken.set(goods.id, quantity)
  return why
}

/** Lines that are in order, and the others with what to do. */
export const judged = (lines: readonly Goods[], rules: LineRules, asking: Asking | ((goods: Goods) => Asking), known: KnownThings): { kept: Goods[]; rejected: RejectedLine[] } => {
  const askingOf = typeof asking === 'function' ? asking : () => asking
  const taken = new Map<string, number>()
  const kept: Goods[] = []
  const rejected: RejectedLine[] = []
  for (const goods of lines) {
    const why = check(goods, rules, askingOf(goods), known, taken)
    if (why === undefined) kept.push(goods)
    else rejected.push({ line: goods.line, code: goods.code, reason: why })
  }
  return { kept, rejected }
}
