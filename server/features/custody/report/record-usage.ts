import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { KnownBatch, KnownSerial, KnownThings } from '../capture/known-things.ts'
import type { NewEvent } from '../capture/report.type.ts'
import { rounded } from '../rounded.ts'
import type { RecordUsageInput } from './goods-report.input.ts'
import { UsageKind } from './goods-report.input.ts'
import type { RecordUsageSuccess } from './goods-report.type.ts'
import { eventsOf, type Told } from './goods-event.rules.ts'
import { askingIn, happenedAt, keepReport } from './keep-goods.ts'
import { type Goods, judged, type LineReason, type LineRules, notEnded, reason, type SerialRule, usable, usableLot, type LotRule } from './line.rules.ts'
import { lotFree, lotInHand } from './lot-line.rules.ts'
import { openLines } from './open-lines.ts'
import { ownPlace } from './parties.ts'

/** What an event says of each kind of use. */
export const usageTold: Readonly<Record<UsageKind, Pick<Told, 'bizStep' | 'disposition'>>> = {
  IMPLANTED: { bizStep: 'implanting' },
  PUT_INTO_SERVICE: { bizStep: 'putting_into_service', disposition: 'active' },
  CONSUMED: { bizStep: 'dispensing', disposition: 'dispensed' },
  // Opened in vain: no patient had it, and nobody can use it any more.
  OPENED_UNUSED: { bizStep: 'dispensing', disposition: 'non_sellable_other' },
  EXPLANTED: { bizStep: 'explanting', disposition: 'returned' },
  TAKEN_OUT_OF_SERVICE: { bizStep: 'taking_out_of_service', disposition: 'inactive' },
  DISCARDED: { bizStep: 'destroying', disposition: 'disposed' },
}

/** In the user's hands, or on its way there: then it has arrived, whoever has not booked that. */
const atHand: SerialRule = ({ holder, transit }, { organization }) =>
  (holder === organization && (transit === null || transit.to === organization)) || transit?.to === organization ? undefined : reason('NOT_IN_YOUR_STOCK', 'It is not in your stock. Confirm its receipt first.')

const arriving = ({ own }: KnownBatch): number => own.arriving.reduce((sum, { quantity }) => sum + quantity, 0)

/** With what is on its way, which has arrived where it is used. */
const withArriving = (batch: KnownBatch): KnownBatch => {
  const more = arriving(batch)
  return { ...batch, own: { ...batch.own, stock: batch.own.stock + more, cells: batch.own.cells.map((cell) => ({ ...cell, quantity: cell.quantity + more })) } }
}

const lotAtHand: LotRule = (batch, quantity, asking) => lotInHand(withArriving(batch), quantity, asking)
const lotFreeAtHand: LotRule = (batch, quantity, asking) => lotFree(withArriving(batch), quantity, asking)

const wasImplanted: SerialRule = ({ status, usedBy }, { organization }) =>
  status === 'IMPLANTED' && usedBy === organization ? undefined : reason('NOT_IMPLANTED', 'It is not on record as implanted by you.')

const inService: SerialRule = ({ status, holder }, { organization }) =>
  status === 'IN_SERVICE' && holder === organization ? undefined : reason('NOT_IN_SERVICE', 'It is not in service with you.')

const wasUsed: LotRule = ({ own, unit }, quantity) =>
  own.used >= quantity ? undefined : reason('NOT_USED', `You have used ${own.used} ${unit ?? 'EA'} of this lot.`)

const used: LineRules = { serial: [usable, atHand], lot: [usableLot, lotFreeAtHand, lotAtHand] }
const spent: LineRules = { serial: [notEnded, atHand], lot: [lotAtHand] }

/** What must hold of what is used so. */
export const usageRules: Readonly<Record<UsageKind, LineRules>> = {
  IMPLANTED: used, PUT_INTO_SERVICE: used, CONSUMED: used,
  OPENED_UNUSED: spent, DISCARDED: spent,
  EXPLANTED: { serial: [wasImplanted], lot: [wasUsed] },
  TAKEN_OUT_OF_SERVICE: { serial: [inService], lot: [wasUsed] },
}

const codes: Readonly<Record<string, 'NOT_FOUND' | 'INVALID_INPUT' | 'CONFLICT'>> = {
  NOT_FOUND: 'NOT_FOUND', AMBIGUOUS: 'INVALID_INPUT', QUANTITY_NEEDED: 'INVALID_INPUT', QUANTITY_WRONG: 'INVALID_INPUT', UNIT_DIFFERS: 'INVALID_INPUT',
  TOO_EARLY: 'INVALID_INPUT', NOT_IN_YOUR_STOCK: 'CONFLICT', NOT_ENOUGH_IN_STOCK: 'CONFLICT', NOT_IMPLANTED: 'CONFLICT', NOT_IN_SERVICE: 'CONFLICT', NOT_USED: 'CONFLICT', ON_ITS_WAY: 'CONFLICT',
}

const refusal = ({ code, message }: LineReason): Refusal => new Refusal(codes[code] ?? 'BLOCKED', message, [code === 'TOO_EARLY' ? 'usedAt' : 'code'])

const journeys = (one: Goods, known: KnownThings, user: string): { from: string; quantity?: number }[] => {
  const [serial, batch] = [known.serials.get(one.id), known.batches.get(one.id)]
  if (serial?.transit?.to === user) return [{ from: serial.transit.from }]
  let short = rounded((one.quantity ?? 0) - ((batch?.own.stock ?? 0) - (batch?.own.leaving ?? 0)))
  return (batch?.own.arriving ?? []).flatMap(({ from, quantity }) => {
    const part = Math.min(short, quantity)
    short = rounded(short - part)
    return part > 0 ? [{ from, quantity: part }] : []
  })
}

/** What is used before its receipt was booked is received by that: from whom it was on its way. */
export const impliedReceipts = (one: Goods, known: KnownThings, user: string, told: Pick<Told, 'eventTime' | 'site'>): NewEvent[] =>
  journeys(one, known, user).flatMap(({ from, quantity }) =>
    eventsOf([{ ...one, quantity: quantity ?? one.quantity }], user, () => ({ bizStep: 'receiving', disposition: 'in_progress', ...told, from, to: user })))

const only = (goods: readonly Goods[], known: KnownThings): { one: Goods; thing: KnownSerial | KnownBatch } => {
  const [one] = goods
  const thing = one && (known.serials.get(one.id) ?? known.batches.get(one.id))
  if (one === undefined || thing === undefined) throw new Refusal('INVALID_INPUT', 'Record the use of one device, or of a quantity of one lot: scan it, not the carton.', ['code'])
  return { one, thing }
}

/** That a device, or some of a lot, was implanted, put into service, used up, opened in vain, taken out or thrown away. */
export const recordUsage = async (change: Change, input: RecordUsageInput): Promise<RecordUsageSuccess> => {
  const user = change.viewer.organization
  const eventTime = happenedAt(change, input.usedAt, 'usedAt')
  const { site, country } = await ownPlace(change, input.site)
  const { known, goods, rejected } = await openLines(change, [input])
  const [unread] = [...rejected]
  if (unread !== undefined) throw refusal(unread.reason)
  const { one, thing } = only(goods, known)
  const [refused] = judged([one], usageRules[input.kind], { ...askingIn(change, known, { at: eventTime, country }), site }, known).rejected
  if (refused !== undefined) throw refusal(refused.reason)
  const isBack = input.kind === UsageKind.EXPLANTED || input.kind === UsageKind.TAKEN_OUT_OF_SERVICE
  const events = [
    ...(isBack ? [] : impliedReceipts(one, known, user, { eventTime, site })),
    ...eventsOf([one], user, () => ({ ...usageTold[input.kind], eventTime, site, procedureReference: input.procedureReference })),
  ]
  const captured = await keepReport(change, { events }, known)
  const isSerial = captured.serials.has(one.id)
  return {
    __typename: 'RecordUsageSuccess', serialId: isSerial ? one.id : null, batchId: isSerial ? ('batch' in thing ? thing.batch : null) : one.id,
    quantity: { value: one.quantity ?? 1, unit: one.unit ?? 'EA' }, eventId: captured.events.at(-1)?.event.id,
  } as unknown as RecordUsageSuccess
}
