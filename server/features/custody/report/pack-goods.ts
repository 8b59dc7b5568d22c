import { Refusal } from '../../../kernel/errors.ts'
import { stableId } from '../../../kernel/ids.ts'
import type { Change } from '../../../record/change.ts'
import type { RejectedLine } from '../../../record/rejected-line.type.ts'
import { hasRightCheckDigit } from '../../identify/check-digit.ts'
import { scannedCode } from '../scanned-code.ts'
import { isAsset } from '../unit-number.rules.ts'
import { KnownThings } from '../capture/known-things.ts'
import type { NewEvent, NewUnit } from '../capture/report.type.ts'
import type { PackInput, ReportShipmentInput } from './goods-action.input.ts'
import { handled, reported } from './goods-action.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { eventsOf, summed } from './goods-event.rules.ts'
import { askingIn, happenedAt } from './keep-goods.ts'
import { type Goods, inHand, judged, type LineRules, usable, usableLot } from './line.rules.ts'
import { lotFree, lotInHand } from './lot-line.rules.ts'
import { openLines, type OpenLines, withContents } from './open-lines.ts'
import { type OwnUnit, ownUnit } from './own-unit.cypher.ts'
import { ownPlace, ownSite, partyNamed } from './parties.ts'

const shippable: LineRules = { serial: [usable, inHand], lot: [usableLot, lotFree, lotInHand] }

const nothing = (change: Change): OpenLines => ({ known: new KnownThings(change), goods: [], rejected: [] })

const ssccOf = (text: string): string => {
  const sscc = scannedCode(text).sscc ?? text.trim()
  if (isAsset(sscc)) return sscc
  if (!/^\d{18}$/.test(sscc) || !hasRightCheckDigit(sscc)) throw new Refusal('INVALID_INPUT', 'An SSCC has 18 digits, the last a check digit: scan the carton\'s label. A returnable tray has a GRAI with a serial number (8003), or a GIAI (8004).', ['sscc'])
  return sscc
}

interface When {
  readonly at: string
  readonly country?: string | undefined
}

interface Carton {
  readonly id: string
  readonly units: NewUnit[]
  readonly isFilled: boolean
  readonly inside: readonly string[]
  readonly packed: OwnUnit['packed']
  /** Cartons and pallets that it is in. */
  readonly around: readonly string[]
}

/** The carton of this SSCC that the viewer packed before, or a new one: an SSCC may be used again, so its first packing day is part of its name. */
const unitOf = async (change: Change, text: string, eventTime: string): Promise<Carton> => {
  const sscc = ssccOf(text)
  const [known] = await change.run(ownUnit, { sscc })
  if (known !== undefined) return { id: known.id, units: [], isFilled: known.contents.length > 0, inside: known.inside, packed: known.packed, around: known.around }
  const key = `${sscc}|${eventTime.slice(0, 10)}`
  return { id: stableId('lgu', key), units: [{ id: stableId('lgu', key), key, sscc, kind: 'CARTON' }], isFilled: false, inside: [], packed: [], around: [] }
}

/** @throws Refusal BLOCKED where something that is in the carton already may not leave with it */
const checkCarton = async (change: Change, known: KnownThings, id: string, when: When): Promise<void> => {
  await known.learn([id], { organizations: [change.viewer.organization] })
  const goods = await withContents(change, known, [{ line: 0, code: '', id, contents: [] }])
  const [refused] = judged(goods, shippable, askingIn(change, known, when), known).rejected
  if (refused !== undefined) throw new Refusal(refused.reason.code === 'EMPTY' ? 'INVALID_INPUT' : 'BLOCKED', refused.reason.message, ['sscc'])
}

/** Whether all that is in a carton is in the reporter's hands; what was used or scrapped is not in there any more. */
const isOwn = async (change: Change, known: KnownThings, { id, inside, packed }: Pick<Carton, 'id' | 'inside' | 'packed'>, when: When): Promise<boolean> => {
  if (inside.length === 0) return true
  await known.learn([id, ...inside], { organizations: [change.viewer.organization] })
  const goods = { line: 0, code: '', id, contents: inside, packed }
  return judged([goods], { ...handled, serial: [inHand] }, askingIn(change, known, when), known).kept.length > 0
}

/** @throws Refusal INVALID_INPUT where a carton would be in itself, or in what is in it */
const refuseCircle = (goods: readonly Goods[], { id: carton, around }: Carton): void => {
  if (goods.some(({ id }) => id === carton || around.includes(id))) throw new Refusal('INVALID_INPUT', 'A carton cannot be packed into itself, nor into what is inside it.', ['lines'])
}

/** Goods go into a carton or pallet (ADD), or come out of it (DELETE). */
export const packing = (unit: string, kept: readonly Goods[], told: Pick<NewEvent, 'eventTime' | 'site' | 'reportedBy'>, action: 'ADD' | 'DELETE'): NewEvent => ({
  ...told, type: 'AGGREGATION', action, bizStep: action === 'ADD' ? 'packing' : 'unpacking', disposition: 'in_progress', timeZoneOffset: '+00:00',
  things: [{ id: unit, role: 'PARENT' }, ...summed(kept).map(({ id, quantity, unit: measure }) => ({ id, role: 'CHILD' as const, quantity, unit: quantity === undefined ? undefined : measure }))],
})

/** The carton that leaves with what is kept, and with what was packed in it before; undefined where none is named, or nothing is left to go. */
const cartonLeaving = async (change: Change, { sscc, lines }: ReportShipmentInput, kept: readonly Goods[], known: KnownThings, when: When): Promise<Carton | undefined> => {
  if (!sscc || (kept.length === 0 && lines.length > 0)) return undefined
  const carton = await unitOf(change, sscc, when.at)
  refuseCircle(kept, carton)
  if (carton.isFilled || lines.length === 0) await checkCarton(change, known, carton.id, when)
  return carton
}

/** Goods leave; custody stays until the recipient confirms, or passes at once where it is not on the hub. */
export const reportShipment = async (change: Change, input: ReportShipmentInput): Promise<GoodsReported> => {
  const sender = change.viewer.organization
  const eventTime = happenedAt(change, input.at, 'at')
  const { site, country } = await ownPlace(change, input.site)
  const when = { at: eventTime, country }
  const to = await partyNamed(change, input.to, 'to')
  if (to === undefined || to.id === sender) throw new Refusal('INVALID_INPUT', 'Name the partner that gets them.', ['to'])
  const { known, goods, rejected } = input.sscc && input.lines.length === 0 ? nothing(change) : await openLines(change, input.lines)
  const { kept, rejected: refused } = judged(goods, shippable, askingIn(change, known, when), known)
  const carton = await cartonLeaving(change, input, kept, known, when)
  const leaving: Goods[] = carton === undefined ? kept : [{ line: 0, code: '', id: carton.id, contents: [] }]
  const events = [
    ...(carton === undefined || kept.length === 0 ? [] : [packing(carton.id, kept, { eventTime, site, reportedBy: sender }, 'ADD')]),
    ...eventsOf(leaving, sender, () => ({
      bizStep: to.onHub ? 'shipping' : 'consigning', disposition: 'in_transit', eventTime, site, from: sender, to: to.id, note: input.note, documentNumber: input.documentNumber,
      ...(input.consignment && { owner: sender }),
    })),
  ]
  return reported(change, kept, [...rejected, ...refused], { events, units: carton?.units ?? [] }, known)
}

/** Into a carton or pallet. */
export const pack = async (change: Change, input: PackInput): Promise<GoodsReported> => {
  const eventTime = happenedAt(change, input.at, 'at')
  const site = await ownSite(change, input.site)
  const { known, goods, rejected } = await openLines(change, input.lines ?? [])
  const { kept, rejected: refused } = judged(goods, handled, askingIn(change, known, { at: eventTime }), known)
  const carton = kept.length === 0 ? undefined : await unitOf(change, input.sscc, eventTime)
  if (carton !== undefined) refuseCircle(kept, carton)
  if (carton !== undefined && !(await isOwn(change, known, carton, { at: eventTime }))) throw new Refusal('CONFLICT', 'A carton of this SSCC has left your hands with what is in it. Give yours another.', ['sscc'])
  const events = carton === undefined ? [] : [packing(carton.id, kept, { eventTime, site, reportedBy: change.viewer.organization }, 'ADD')]
  return reported(change, kept, [...rejected, ...refused], { events, units: carton?.units ?? [] }, known)
}

/** Out of it: what the lines name, or everything. */
export const unpack = async (change: Change, input: PackInput): Promise<GoodsReported> => {
  const eventTime = happenedAt(change, input.at, 'at')
  const site = await ownSite(change, input.site)
  const [unit] = await change.run(ownUnit, { sscc: ssccOf(input.sscc) })
  if (unit === undefined) throw new Refusal('NOT_FOUND', 'You deal with no carton of this SSCC.', ['sscc'])
  const lines = input.lines ?? []
  const { known, goods, rejected } = lines.length === 0 ? nothing(change) : await openLines(change, lines)
  const strangers = goods.filter(({ id }) => !unit.contents.includes(id)).map(({ line, code }): RejectedLine => ({ line, code, reason: { code: 'NOT_INSIDE', message: 'It is not in this carton.' } }))
  const { kept, rejected: refused } = judged(goods.filter(({ id }) => unit.contents.includes(id)), handled, askingIn(change, known, { at: eventTime }), known)
  if (lines.length === 0 && !(await isOwn(change, known, unit, { at: eventTime }))) throw new Refusal('CONFLICT', 'What is in this carton is not in your hands. Confirm its receipt first; what you have sent off is for its recipient to unpack.', ['sscc'])
  const events = lines.length > 0 && kept.length === 0 ? [] : [packing(unit.id, kept, { eventTime, site, reportedBy: change.viewer.organization }, 'DELETE')]
  return reported(change, kept, [...rejected, ...strangers, ...refused], { events }, known)
}
