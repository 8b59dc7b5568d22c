import type { SerialState } from './custody-state.type.ts'
import { destinationParty } from './party.rules.ts'
import { giveTo, type SerialRule, withFinding } from './serial-changes.rules.ts'

const make: SerialRule = (state, { event }, context) =>
  giveTo({ ...state, status: 'MADE' }, destinationParty(event, context.places), event, context)

const isKnown = (state: SerialState): boolean => state.holder !== undefined || state.passed.length > 0

/** commissioning: made, in the hands of who made it. A second time it is another device with the same number: a finding, no more. */
export const commission: SerialRule = (state, step, context) =>
  isKnown(state) ? withFinding(state, 'DUPLICATE_SERIAL', step.event) : make(state, step, context)

/** Output of a Transformation: made by it; a commissioning beside it tells the same. */
export const produce: SerialRule = (state, step, context) => (isKnown(state) ? state : make(state, step, context))
