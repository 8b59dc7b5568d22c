import type { KnownBatch } from '../capture/known-things.ts'
import { rounded } from '../rounded.ts'
import { type Asking, type LineReason, type LotRule, notInStock, onItsWay, reason } from './line.rules.ts'

/** Units that are held and do not go back already. */
const heldUnits = ({ own }: KnownBatch): number => Math.max(0, rounded(own.cells.reduce((sum, { blocked }) => sum + blocked, 0) - own.returning))

/** Units at a site where some are held. */
const heldAt = ({ own }: KnownBatch, site: string | undefined): { blocked: number; free: number } | undefined => {
  const here = own.cells.filter((cell) => cell.site === site)
  const [all, blocked] = here.reduce(([sum, part], cell) => [rounded(sum + cell.quantity), rounded(part + cell.blocked)], [0, 0])
  return blocked > 0 ? { blocked, free: rounded(all - blocked) } : undefined
}

/** So many of a lot's units are in hand and usable, at the site that is named where some are held there: those that are held may not be used or passed on. */
export const lotFree: LotRule = (batch, quantity, { site }) => {
  const { own, unit } = batch
  const [held, here] = [heldUnits(batch), heldAt(batch, site)]
  const there = rounded(own.stock - own.leaving)
  const free = here === undefined ? rounded(there - held) : Math.min(rounded(there - held), here.free)
  if (held === 0 || quantity <= free || quantity > there) return undefined
  const count = unit ?? 'EA'
  return reason('BLOCKED', `Of this lot ${here?.blocked ?? held} ${count} are held${here === undefined ? '' : ' here'} and ${Math.max(0, free)} ${count} may be used. Have the others inspected and released, or return or scrap them.`)
}

/** What is in a carton is in whose hands the carton is. */
const cartonInHand = ({ state }: KnownBatch, { organization }: Asking, unit: string): LineReason | undefined => {
  const holder = state?.packedAt?.[unit]
  if (holder !== undefined && holder !== organization) return notInStock
  return state?.transit.some((transit) => transit.via === unit && transit.from === organization && transit.to !== organization) === true ? onItsWay : undefined
}

export const lotInHand: LotRule = (batch, quantity, asking, carton) => {
  const { own, unit } = batch
  const elsewhere = carton === undefined ? undefined : cartonInHand(batch, asking, carton)
  if (elsewhere !== undefined) return elsewhere
  const there = rounded(own.stock - own.leaving)
  return quantity > there ? reason('NOT_ENOUGH_IN_STOCK', `You have ${there} ${unit ?? 'EA'} of this lot. Confirm the receipt of more first, or report no more than these.`) : undefined
}

/** So many are there to be judged, on their way or not: a lot as such is. */
export const lotThere: LotRule = ({ own, unit }, quantity) =>
  quantity > own.stock ? reason('NOT_ENOUGH_IN_STOCK', `You have ${own.stock} ${unit ?? 'EA'} of this lot. Confirm the receipt of more first, or report no more than these.`) : undefined

/** So many are there that are not held yet. */
export const lotHoldable: LotRule = (batch, quantity, asking) => {
  const short = lotThere(batch, quantity, asking)
  const held = heldUnits(batch)
  if (short !== undefined || quantity <= rounded(batch.own.stock - held)) return short
  return reason('HELD_ALREADY', `Of this lot ${held} ${batch.unit ?? 'EA'} are held already: report only the others.`)
}

/** So many are held. */
export const lotHeld: LotRule = (batch, quantity) => {
  const held = heldUnits(batch)
  return quantity > held ? reason('NOT_HELD', `Of this lot ${held} ${batch.unit ?? 'EA'} are held. Report no more than these.`) : undefined
}
