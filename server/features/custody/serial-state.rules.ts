import type { CustodyContext, Step } from './custody-event.type.ts'
import type { SerialState } from './custody-state.type.ts'
import { compareEvents, headOf } from './event-order.rules.ts'
import { hasEnded, withFinding } from './serial-changes.rules.ts'
import { heed } from './serial-holds.rules.ts'
import { withSighting } from './sighting.rules.ts'
import { isPossible, serialRows, type SerialRow } from './serial-table.rules.ts'

/** Before its first event. */
export const newSerial: SerialState = { status: 'MADE', holds: [], passed: [], findings: [] }

const comesBy = (step: Step, state: SerialState): 'ITSELF' | 'UNIT' | 'DEVICE' | 'NOT' => {
  if (step.via === undefined) return 'ITSELF'
  if (step.via === state.partOf) return 'DEVICE'
  return step.via === state.inside ? 'UNIT' : 'NOT'
}

/** What is moved by itself cannot be in a carton or a device any more. */
const takenOut = (state: SerialState, step: Step, row: SerialRow): SerialState => {
  const alone = row.moves && step.via === undefined && step.role === 'EPC'
  const contained = state.inside !== undefined || state.partOf !== undefined
  return alone && contained ? withFinding({ ...state, inside: undefined, partOf: undefined }, 'CONTAINMENT_BROKEN', step.event) : state
}

const withOwner = (state: SerialState, step: Step): SerialState =>
  step.event.owner === undefined ? state : { ...state, owner: step.event.owner }

/** A part goes where its device goes, stays in service and is no stock. */
const asPart = (state: SerialState): SerialState =>
  state.partOf === undefined ? state : { ...state, site: undefined, status: hasEnded(state) ? state.status : 'IN_SERVICE' }

const applyRow = (state: SerialState, step: Step, context: CustodyContext): SerialState => {
  const row = serialRows.find(({ applies }) => applies(step))
  const way = comesBy(step, state)
  if (row === undefined || (way === 'DEVICE' && !row.moves)) return state
  if (!isPossible(row, state)) return withFinding(state, 'EVENT_AFTER_END', step.event)
  const after = row.rule(takenOut(state, step, row), step, context)
  return way === 'DEVICE' ? asPart(after) : after
}

/** One more event, which must be the newest so far. */
export const stepSerial = (state: SerialState, step: Step, context: CustodyContext): SerialState => {
  if (comesBy(step, state) === 'NOT') return state
  if (step.tooEarly === true) return { ...withFinding(state, 'IMPOSSIBLE_TIME', step.event), head: headOf(step.event) }
  const after = withOwner(heed(applyRow(state, step, context), step.event, context), step)
  return { ...withSighting(state, after, step, context.places), head: headOf(step.event) }
}

/** The steps that count, in order: those declared wrong are left out. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  steps.filter(({ event }) => event.errorDeclaredAt === undefined).sort((one, other) => compareEvents(one.event, other.event))

/** Whether a step makes a serial: nothing that is told of an earlier time can have happened to it. */
export const makes = ({ event: { type, action, bizStep }, role, via }: Step): boolean =>
  type === 'TRANSFORMATION' ? role === 'OUTPUT' : role === 'EPC' && via === undefined && bizStep === 'commissioning' && action !== 'DELETE' && (type === 'OBJECT' || type === 'TRANSACTION')

/** The same of a serial, which begins when it is made. Told of the same as was kept of it before, or of all of it. */
export const inSerialOrder = (steps: readonly Step[]): Step[] => {
  const ordered = inOrder(steps)
  const first = ordered.findIndex(makes)
  return ordered.map((step, index) => (index < first ? { ...step, tooEarly: true } : step))
}

/** The state of a serial from its events, whatever order they come in. */
export const foldSerial = (steps: readonly Step[], context: CustodyContext): SerialState =>
  inSerialOrder(steps).reduce((state, step) => stepSerial(state, step, context), newSerial)
