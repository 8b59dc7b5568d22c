import { Refusal } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Change } from '../../../record/change.ts'
import type { RejectedLine } from '../../../record/rejected-line.type.ts'
import type { KnownThings } from '../capture/known-things.ts'
import { inOrder } from './confirm-receipt.ts'
import type { FoundParty } from './find-parties.cypher.ts'
import type { ReportSellThroughInput, SellThroughLineInput } from './goods-report.input.ts'
import { SellThroughKind } from './goods-report.input.ts'
import type { ReportSellThroughSuccess } from './goods-report.type.ts'
import { eventsOf, type Told } from './goods-event.rules.ts'
import { askingIn, happenedAt, keepReport } from './keep-goods.ts'
import { type Asking, type Goods, inHand, judged, type LineRules, notEnded, reason, usable, usableLot } from './line.rules.ts'
import { lotFree, lotInHand } from './lot-line.rules.ts'
import { openLines } from './open-lines.ts'
import { partiesNamed } from './parties.ts'
import { createSellThrough } from './sell-through.cypher.ts'

const salable: LineRules = { serial: [usable, inHand], lot: [usableLot, lotFree, lotInHand] }
/** What comes back may be recalled or expired: that is often why. */
const returnable: LineRules = { serial: [notEnded], lot: [] }

interface Deal {
  readonly line: SellThroughLineInput
  readonly customer: FoundParty
  readonly eventTime: string
}

/** Sold to who confirms receipts on the hub, it is the seller's until then; to others it passes at once. */
const sale = ({ line, customer, eventTime }: Deal, seller: string, owner: string): Told => ({
  bizStep: customer.onHub ? 'shipping' : 'consigning', disposition: 'in_transit', eventTime, from: seller, to: customer.id, ...(line.consignment && { owner }),
})

const comingBack = ({ customer, eventTime }: Deal, seller: string): Told => ({ bizStep: 'receiving', disposition: 'returned', eventTime, from: customer.id, to: seller })

const withoutCustomer = (lines: readonly SellThroughLineInput[], known: ReadonlyMap<string, FoundParty>, seller: string): RejectedLine[] =>
  lines.flatMap(({ soldTo, code }, index): RejectedLine[] => {
    const customer = known.get(soldTo.trim())
    if (customer === undefined) return [{ line: index + 1, code, reason: reason('CUSTOMER_NOT_FOUND', `No partner is known as ${soldTo}. Give its GLN, its unified social credit code or its hub code, or have it registered.`) }]
    return customer.id === seller ? [{ line: index + 1, code, reason: reason('CUSTOMER_IS_SELLER', 'That is yourself. Name the customer.') }] : []
  })

const save = async (change: Change, { documentNumber, note }: ReportSellThroughInput, acceptedCount: number, rejected: readonly RejectedLine[]) => {
  const report = { id: newId('slr'), documentNumber, acceptedCount, rejectedCount: rejected.length, reportedAt: change.at, note: note?.trim() || null }
  await change.run(createSellThrough, { reports: [{ ...report, organization: change.viewer.organization }] })
  change.audit({ subject: report.id, changes: [{ field: 'acceptedCount', before: null, after: String(acceptedCount) }], ...(report.note === null ? {} : { reason: report.note }) })
  return report
}

const judgedAll = (change: Change, goods: readonly Goods[], known: KnownThings, isReturn: (one: Goods) => boolean, at: (one: Goods) => string) => {
  const asking = (one: Goods): Asking => askingIn(change, known, { at: at(one) })
  const sales = judged(goods.filter((one) => !isReturn(one)), salable, asking, known)
  const returns = judged(goods.filter(isReturn), returnable, asking, known)
  return { kept: [...sales.kept, ...returns.kept], refused: [...sales.rejected, ...returns.rejected] }
}

/** What was sold to whom, and what came back. Good lines are kept, the others come back with their reason. */
export const reportSellThrough = async (change: Change, input: ReportSellThroughInput): Promise<ReportSellThroughSuccess> => {
  const seller = change.viewer.organization
  if (input.documentNumber.trim() === '') throw new Refusal('INVALID_INPUT', 'Give your own document number.', ['documentNumber'])
  if ((input.note?.length ?? 0) > 500) throw new Refusal('INVALID_INPUT', 'A note has at most 500 characters.', ['note'])
  const times = input.lines.map(({ soldAt }) => happenedAt(change, soldAt, 'soldAt'))
  const customers = await partiesNamed(change, input.lines.map(({ soldTo }) => soldTo))
  const nowhere = withoutCustomer(input.lines, customers, seller)
  const lost = new Set(nowhere.map(({ line }) => line))
  const { known, goods, rejected } = await openLines(change, input.lines)
  const dealOf = ({ line: number }: Goods): Deal | undefined => {
    const line = input.lines[number - 1]
    const customer = line && customers.get(line.soldTo.trim())
    return line && customer && { line, customer, eventTime: times[number - 1] ?? change.at }
  }
  const { kept, refused } = judgedAll(change, goods.filter(({ line }) => !lost.has(line)), known, (one) => dealOf(one)?.line.kind === SellThroughKind.RETURN, ({ line }) => times[line - 1] ?? change.at)
  const say = (one: Goods): Told => {
    const deal = dealOf(one)
    if (deal === undefined) throw new Error('A line without a customer was kept')
    const told = deal.line.kind === SellThroughKind.RETURN ? comingBack(deal, seller) : sale(deal, seller, known.serials.get(one.id)?.owner ?? seller)
    return { ...told, documentNumber: input.documentNumber, note: deal.line.note?.trim() || undefined }
  }
  const events = eventsOf(kept, seller, say)
  if (events.length > 0) await keepReport(change, { events }, known)
  const all = inOrder([...nowhere, ...rejected.filter(({ line }) => !lost.has(line)), ...refused])
  return { __typename: 'ReportSellThroughSuccess', report: await save(change, input, kept.length, all), rejected: all } as ReportSellThroughSuccess
}
