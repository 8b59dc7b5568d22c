import type { Usage } from './custody-state.type.ts'
import { actingParty, siteOf, sourceParty } from './party.rules.ts'
import { ended, giveTo, hasEnded, type SerialRule, withFinding, withHold } from './serial-changes.rules.ts'

const useAs = (kind: 'IMPLANTED' | 'CONSUMED'): SerialRule => (state, { event }, { places }) => {
  const organization = sourceParty(event, places)
  const usage: Usage = { organization, site: siteOf(event, organization, places), on: event.eventTime, kind }
  const checked = state.holder === organization ? state : withFinding(state, 'CUSTODY_GAP', event)
  return { ...ended(checked, kind, event), usage }
}

/** The hub's own `implanting`: custody ends, where it was used is kept. */
export const implant = useAs('IMPLANTED')

const consume = useAs('CONSUMED')

/** dispensing: used up; a part of the content taken out (partially_dispensed) leaves it where it is. */
export const dispense: SerialRule = (state, step, context) =>
  step.event.disposition === 'partially_dispensed' ? state : consume(state, step, context)

/** The hub's own `explanting`: back in the hospital's hands, held until inspected. */
export const explant: SerialRule = (state, { event }, context) => {
  const organization = actingParty(event, context.places)
  const back = giveTo({ ...state, usage: undefined, status: 'RETURNED' }, organization, event, context)
  return withHold(back, 'QUARANTINED', organization, event)
}

/** destroying, Object DELETE. */
export const destroy: SerialRule = (state, { event }) =>
  state.status === 'DESTROYED' ? state : ended({ ...state, usage: undefined }, 'DESTROYED', event)

/** Went into another thing as material (Transformation), or was taken as a sample: destroyed by what was done, but not lost. */
export const useUp: SerialRule = (state, { event }) => (hasEnded(state) ? state : ended(state, 'CONSUMED', event))

/** The hub's own `putting_into_service`: equipment in use where it stands; its holder keeps it. */
export const putIntoService: SerialRule = (state, { event }, { places }) => {
  const organization = sourceParty(event, places)
  const checked = state.holder === organization ? state : withFinding(state, 'CUSTODY_GAP', event)
  return { ...checked, status: 'IN_SERVICE', site: checked.holder === organization ? siteOf(event, organization, places) : checked.site }
}

/** The hub's own `taking_out_of_service`: back into stock. */
export const takeOutOfService: SerialRule = (state) => (state.status === 'IN_SERVICE' ? { ...state, status: 'IN_STOCK' } : state)
