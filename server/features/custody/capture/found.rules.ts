import { newBatch, stepBatch } from '../batch-state.rules.ts'
import type { CustodyContext, CustodyEvent, Step, ThingRole } from '../custody-event.type.ts'
import type { BatchState, HoldMark, SerialState } from '../custody-state.type.ts'
import { inOrder, inSerialOrder, newSerial, stepSerial } from '../serial-state.rules.ts'

/** A new event that concerned a thing, by itself or by the carton that it was in, with the holds that it found. */
export interface Found {
  readonly event: CustodyEvent
  readonly role: ThingRole
  readonly holds: readonly HoldMark[]
}

/** What a thing's state is found by: from where, and by which steps. */
export interface Along<State> {
  readonly start: State | undefined
  readonly steps: readonly Step[]
  readonly context: CustodyContext
  readonly isNew: (event: string) => boolean
}

interface Rules<State> {
  readonly step: (state: State, step: Step, context: CustodyContext) => State
  readonly concerns: (state: State, step: Step) => boolean
  readonly order: (steps: readonly Step[]) => Step[]
}

const along = <State extends { readonly holds: readonly HoldMark[] }>(start: State, { steps, context, isNew }: Along<State>, { step, concerns, order }: Rules<State>): Found[] => {
  const found: Found[] = []
  order(steps).reduce((state, next) => {
    if (isNew(next.event.id) && concerns(state, next)) found.push({ event: next.event, role: next.role, holds: state.holds })
    return step(state, next, context)
  }, start)
  return found
}

export const foundBySerial = (asked: Along<SerialState>): Found[] =>
  along(asked.start ?? newSerial, asked, { step: stepSerial, order: inSerialOrder, concerns: ({ inside }, { via }) => via === undefined || via === inside })

export const foundByLot = (asked: Along<BatchState>): Found[] =>
  along(asked.start ?? newBatch, asked, { step: stepBatch, order: inOrder, concerns: ({ inside }, { via }) => via === undefined || via in inside })
