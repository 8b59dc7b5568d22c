import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import type { RejectedLine } from '../../../record/rejected-line.type.ts'
import type { NewEvent, Report } from '../capture/report.type.ts'
import type { KnownThings } from '../capture/known-things.ts'
import { inOrder } from './confirm-receipt.ts'
import type { GoodsLineInput } from './goods-report.input.ts'
import { InspectionResult, type ReportInspectionInput, type ReportReturnInput, type ScrapInput, type SetQuarantineInput } from './goods-action.input.ts'
import type { GoodsReported } from './goods-report.type.ts'
import { eventsOf, type Told } from './goods-event.rules.ts'
import { askingIn, happenedAt, keepReport } from './keep-goods.ts'
import { type Goods, inCharge, inHand, judged, type LineRules, notEnded } from './line.rules.ts'
import { lotHeld, lotHoldable, lotInHand, lotThere } from './lot-line.rules.ts'
import { openLines } from './open-lines.ts'
import { ownSite, partyNamed } from './parties.ts'

interface Asked {
  readonly at: Date
  readonly site?: string | null
  readonly note?: string | null
  readonly lines: readonly GoodsLineInput[]
}

/** In the reporter's hands, whatever is known against it. */
export const handled: LineRules = { serial: [notEnded, inHand], lot: [lotInHand] }

/** What happened to goods, once their lines are judged. */
export const reported = async (change: Change, kept: readonly Goods[], rejected: readonly RejectedLine[], report: Report, known: KnownThings, reason?: string): Promise<GoodsReported> => {
  const captured = report.events.length === 0 ? undefined : await keepReport(change, report, known, reason)
  if (captured === undefined) change.audit({ subject: change.viewer.organization, reason: 'Every line was rejected.' })
  return { __typename: 'GoodsReported', acceptedCount: kept.length, rejected: inOrder(rejected), eventIds: captured?.events.map(({ event }) => event.id) ?? [] } as GoodsReported
}

/** The same said of every good line. */
const act = async (change: Change, asked: Asked, rules: LineRules, say: Omit<Told, 'eventTime' | 'site' | 'note'>, { reason, judging }: { readonly reason?: string; readonly judging?: boolean } = {}): Promise<GoodsReported> => {
  const eventTime = happenedAt(change, asked.at, 'at')
  const site = await ownSite(change, asked.site)
  const { known, goods, rejected } = await openLines(change, asked.lines, judging)
  const { kept, rejected: refused } = judged(goods, rules, askingIn(change, known, { at: eventTime }), known)
  const events: NewEvent[] = eventsOf(kept, change.viewer.organization, () => ({ ...say, eventTime, site, note: asked.note }))
  return reported(change, kept, [...rejected, ...refused], { events }, known, reason)
}

/** Goods go back: held where they arrive until inspected. Recalled and expired ones too. */
export const reportReturn = async (change: Change, input: ReportReturnInput): Promise<GoodsReported> => {
  const to = await partyNamed(change, input.to, 'to')
  if (to === undefined) throw new Refusal('INVALID_INPUT', 'Say who gets them back.', ['to'])
  return act(change, input, handled, { bizStep: 'shipping', disposition: 'returned', from: change.viewer.organization, to: to.id, documentNumber: input.documentNumber })
}

/** Found good or bad. Good releases what the inspecting party, or the maker, held; its maker's lot without a quantity is released, or held, as such. */
export const reportInspection = (change: Change, input: ReportInspectionInput): Promise<GoodsReported> =>
  act(change, input, { serial: [notEnded, inCharge], lot: [lotThere] }, { bizStep: 'inspecting', disposition: input.result === InspectionResult.CONFORMANT ? 'conformant' : 'non_conformant' }, { judging: true })

/** Nobody may use it until who quarantined it, or the maker, releases it. */
export const setQuarantine = (change: Change, input: SetQuarantineInput): Promise<GoodsReported> =>
  act(change, input, { serial: [notEnded, inCharge], lot: [input.quarantined ? lotHoldable : lotHeld] }, input.quarantined ? { bizStep: 'holding', disposition: 'non_sellable_other' } : { bizStep: 'inspecting', disposition: 'conformant' }, { judging: true })

/** Destroyed: of a lot, so many. */
export const scrap = (change: Change, input: ScrapInput): Promise<GoodsReported> =>
  act(change, { ...input, note: input.note ?? input.reason }, handled, { bizStep: 'destroying', disposition: 'destroyed' }, { reason: input.reason })
