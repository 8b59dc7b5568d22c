import type { Change } from '../../../record/change.ts'
import type { CheckedEvent } from '../../acceptance/acceptance.cypher.ts'
import { keepAcceptance } from '../../acceptance/keep-acceptance.ts'
import { ReceiptCondition } from '../../acceptance/receipt-condition.ts'
import type { KnownThings } from '../capture/known-things.ts'
import type { ConfirmReceiptSuccess } from './goods-report.type.ts'
import type { ConfirmReceiptInput, ReceiptLineInput } from './goods-report.input.ts'
import { eventsOf, type Told } from './goods-event.rules.ts'
import { askingIn, happenedAt, keepReport } from './keep-goods.ts'
import { type Goods, judged, type LineRules, notEnded } from './line.rules.ts'
import { openLines } from './open-lines.ts'
import { ownSite, partyNamed } from './parties.ts'

/** Whatever it is, it may be received; only what is used up or destroyed cannot arrive. */
const receivable: LineRules = { serial: [notEnded], lot: [] }

const senderOf = ({ id, contents }: Goods, known: KnownThings, receiver: string): string | undefined => {
  const inside = [id, ...contents].map((one) => known.serials.get(one)?.transit).find((transit) => transit?.to === receiver)
  const arriving = known.batches.get(id)?.own.arriving ?? []
  return inside?.from ?? (arriving.length === 1 ? arriving[0]?.from : undefined)
}

const kinds: Readonly<Record<ReceiptCondition, Pick<Told, 'bizStep' | 'disposition'>>> = {
  ACCEPTED: { bizStep: 'receiving', disposition: 'in_progress' },
  REJECTED: { bizStep: 'receiving', disposition: 'in_progress' },
  DAMAGED: { bizStep: 'receiving', disposition: 'damaged' },
  MISSING: { bizStep: 'cycle_counting', disposition: 'unavailable' },
}

/** What came in: custody passes to the receiver, also against the record, since goods in hand beat paper. What it rejects is in its hands too, and held until it goes back. */
export const confirmReceipt = async (change: Change, input: ConfirmReceiptInput): Promise<ConfirmReceiptSuccess> => {
  const receiver = change.viewer.organization
  const eventTime = happenedAt(change, input.receivedAt, 'receivedAt')
  const site = await ownSite(change, input.site)
  const sender = await partyNamed(change, input.receivedFrom, 'receivedFrom')
  const { known, goods, rejected } = await openLines(change, input.lines)
  const { kept, rejected: refused } = judged(goods, receivable, askingIn(change, known, { at: eventTime }), known)
  const lineOf = ({ line }: Goods): ReceiptLineInput | undefined => input.lines[line - 1]
  const conditionOf = (one: Goods): ReceiptCondition => lineOf(one)?.condition ?? ReceiptCondition.ACCEPTED
  const say = (one: Goods): Told => ({
    ...kinds[conditionOf(one)], eventTime, site, note: lineOf(one)?.note, documentNumber: input.documentNumber,
    ...(conditionOf(one) === ReceiptCondition.MISSING ? {} : { to: receiver, from: sender?.id ?? senderOf(one, known, receiver) }),
  })
  const sentBack = kept.filter((one) => conditionOf(one) === ReceiptCondition.REJECTED)
  // An event of its own for each result: the acceptance record tells them apart.
  const receipts = Object.values(ReceiptCondition).flatMap((condition) => eventsOf(kept.filter((one) => conditionOf(one) === condition), receiver, say).map((event) => ({ condition, event })))
  const events = [
    ...receipts.map(({ event }) => event),
    ...eventsOf(sentBack, receiver, (one) => ({ bizStep: 'holding', disposition: 'non_conformant', eventTime, site, note: lineOf(one)?.note })),
  ]
  const captured = events.length > 0 ? await keepReport(change, { events }, known) : undefined
  if (captured === undefined) change.audit({ subject: receiver, reason: 'Every line was rejected.' })
  const checked = receipts.flatMap(({ condition, event }): CheckedEvent[] => {
    const kept = captured?.events.find(({ content }) => content === event)
    return kept ? [{ event: kept.event.id, condition }] : []
  })
  const acceptanceId = input.acceptance && checked.length > 0 ? await keepAcceptance(change, input.acceptance, { at: eventTime, documentNumber: input.documentNumber?.trim() || null }, checked) : null
  return { __typename: 'ConfirmReceiptSuccess', acceptanceId, acceptedCount: kept.length, rejected: inOrder([...rejected, ...refused]) } as ConfirmReceiptSuccess
}

/** By line. */
export const inOrder = <Line extends { readonly line: number }>(lines: readonly Line[]): Line[] => [...lines].sort((one, other) => one.line - other.line)
