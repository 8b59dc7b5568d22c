import { heldBy } from './batch-changes.rules.ts'
import { judgeLot } from './batch-judgement.rules.ts'
import { batchRule } from './batch-table.rules.ts'
import type { CustodyContext, CustodyEvent, Step } from './custody-event.type.ts'
import type { BatchState, CustodyFinding } from './custody-state.type.ts'
import { headOf } from './event-order.rules.ts'
import { holdsAfter, isPassed } from './holds.rules.ts'
import { actingParty } from './party.rules.ts'
import { withFinding } from './serial-changes.rules.ts'
import { inOrder } from './serial-state.rules.ts'
import { tenuresAfter } from './tenure.rules.ts'

/** Before its first event. */
export const newBatch: BatchState = { status: 'MADE', holds: [], cells: [], transit: [], used: [], inside: {}, tenures: [], findings: [] }

/** It names the lot without a quantity. */
const isOfLot = ({ role, via, quantity }: Step): boolean => role === 'EPC' && via === undefined && quantity === undefined

const isMakers = ({ event }: Step, { places, maker }: CustodyContext): boolean => actingParty(event, places) === maker

/**
 * How many units a step is about: what it says, or what is in the unit through which it was reached. Of who judges a
 * lot without a quantity: all that it has; its maker judges the lot as such.
 */
const quantityOf = (state: BatchState, step: Step, context: CustodyContext): number => {
  if (step.via !== undefined) return state.inside[step.via] ?? 0
  if (step.quantity !== undefined) return step.quantity
  return isOfLot(step) && batchRule(step) === judgeLot && !isMakers(step, context) ? heldBy(state, actingParty(step.event, context.places)) : 0
}

/** The maker's word without a quantity is about the lot; anybody's with a quantity only about those units. */
const judged = (state: BatchState, step: Step, context: CustodyContext): BatchState => {
  if (!isOfLot(step) || !isMakers(step, context)) return state
  const released = isPassed(step.event) && step.event.bizStep === 'inspecting'
  return { ...state, holds: holdsAfter(state.holds, step.event, context), status: released ? 'RELEASED' : state.status }
}

const isShort = (state: BatchState): boolean => state.cells.some((cell) => cell.quantity < 0)

const isOpen = (finding: CustodyFinding): boolean => finding.code === 'NEGATIVE_STOCK' && finding.clearedAt === undefined

/** One finding stands open as long as any site's stock is negative, whichever it is. */
const withShortage = (state: BatchState, event: CustodyEvent): BatchState => {
  const open = state.findings.some(isOpen)
  if (isShort(state) && !open) return withFinding(state, 'NEGATIVE_STOCK', event)
  if (isShort(state) || !open) return state
  return { ...state, findings: state.findings.map((finding) => (isOpen(finding) ? { ...finding, clearedAt: event.eventTime } : finding)) }
}

/** Taking out without a quantity, or without naming any child, takes out all. */
const takesAll = ({ event, role, allChildren }: Step): boolean => allChildren === true || (role === 'CHILD' && event.action === 'DELETE')

const moved = (state: BatchState, step: Step, context: CustodyContext): BatchState => {
  const quantity = quantityOf(state, step, context)
  const rule = quantity > 0 || takesAll(step) ? batchRule(step) : undefined
  return rule === undefined ? state : rule(state, step, quantity, context)
}

/** One more event, which must be the newest so far. */
export const stepBatch = (state: BatchState, step: Step, context: CustodyContext): BatchState => {
  if (step.via !== undefined && !(step.via in state.inside)) return state
  const { event } = step
  const after = withShortage(judged(moved({ ...state, unit: state.unit ?? step.unit }, step, context), step, context), event)
  return { ...after, tenures: tenuresAfter(after, event.eventTime), head: headOf(event) }
}

/** The state of a lot's units from its events, whatever order they come in. */
export const foldBatch = (steps: readonly Step[], context: CustodyContext): BatchState =>
  inOrder(steps).reduce((state, step) => stepBatch(state, step, context), newBatch)
