import { batchRule } from './batch-table.rules.ts'
import type { CustodyContext, CustodyEvent, Step } from './custody-event.type.ts'
import type { BatchState, CustodyFinding } from './custody-state.type.ts'
import { headOf } from './event-order.rules.ts'
import { holdsAfter, isPassed } from './holds.rules.ts'
import { withFinding } from './serial-changes.rules.ts'
import { inOrder } from './serial-state.rules.ts'
import { tenuresAfter } from './tenure.rules.ts'

/** Before its first event. */
export const newBatch: BatchState = { status: 'MADE', holds: [], cells: [], transit: [], used: [], inside: {}, tenures: [], findings: [] }

/** How many units a step is about: what it says, or what is in the unit through which it was reached. None where it is about the lot as such. */
const quantityOf = (state: BatchState, step: Step): number => {
  if (step.via !== undefined) return state.inside[step.via] ?? 0
  return step.quantity ?? 0
}

/** An inspection without a quantity judges the lot; one with a quantity only those units, which have no names. */
const judged = (state: BatchState, step: Step, context: CustodyContext): BatchState => {
  if (step.role !== 'EPC' || step.via !== undefined || step.quantity !== undefined) return state
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
  const quantity = quantityOf(state, step)
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
