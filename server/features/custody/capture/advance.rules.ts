import { newBatch, stepBatch } from '../batch-state.rules.ts'
import type { CustodyContext, Involvement, Step } from '../custody-event.type.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import { inOrder, inSerialOrder, newSerial, stepSerial } from '../serial-state.rules.ts'
import { batchState, serialState } from '../timeline.rules.ts'
import type { ToldWorld } from './told-world.ts'

/** A thing's state before a report and after it; `before` is undefined where the report introduces the thing. */
export interface Advance<State> {
  readonly before: State | undefined
  readonly after: State
}

export interface Worlds {
  readonly before: ToldWorld
  readonly after: ToldWorld
}

interface Subject<State> {
  readonly id: string
  readonly maker: string
  readonly state: State | undefined
  readonly isNew: boolean
}

const stepped = <State>(start: State, steps: readonly Involvement[], context: CustodyContext, step: (state: State, step: Step, context: CustodyContext) => State): State =>
  inOrder(steps).reduce((state, next) => step(state, next, context), start)

/** The next state of a serial from its last one and the events that are newer than all it had. */
export const stepSerialOn = ({ maker, state, isNew }: Subject<SerialState>, steps: readonly Involvement[], worlds: Worlds): Advance<SerialState> =>
  ({ before: isNew ? undefined : state, after: inSerialOrder(steps).reduce((now, step) => stepSerial(now, step, { places: worlds.after.places, maker }), state ?? newSerial) })

/** The same for a lot's units. */
export const stepBatchOn = ({ maker, state, isNew }: Subject<BatchState>, steps: readonly Involvement[], worlds: Worlds): Advance<BatchState> =>
  ({ before: isNew ? undefined : state, after: stepped(state ?? newBatch, steps, { places: worlds.after.places, maker }, stepBatch) })

/** A serial's state from all of its events. What stood before is folded too where it was not kept. */
export const refoldSerial = ({ id, maker, state, isNew }: Subject<SerialState>, worlds: Worlds): Advance<SerialState> =>
  ({ before: isNew ? undefined : state ?? serialState(id, maker, worlds.before), after: serialState(id, maker, worlds.after) })

export const refoldBatch = ({ id, maker, state, isNew }: Subject<BatchState>, worlds: Worlds): Advance<BatchState> =>
  ({ before: isNew ? undefined : state ?? batchState(id, maker, worlds.before), after: batchState(id, maker, worlds.after) })
