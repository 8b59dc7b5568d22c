import type { CustodyEvent } from './custody-event.type.ts'
import type { SerialState } from './custody-state.type.ts'
import { isStranger } from './in-charge.rules.ts'
import { destinationParty } from './party.rules.ts'
import { ended, giveTo, type SerialRule, withFinding, withHold } from './serial-changes.rules.ts'

/** packing, loading: inside the unit from now on; what happens to the unit happens to it. Of a stranger it is a claim. */
export const pack: SerialRule = (state, { event, parent }, { places, maker }) => {
  if (isStranger(state, event.reportedBy, maker)) return withFinding(state, 'PACKED_BY_OTHER', event)
  const other = state.inside !== undefined && state.inside !== parent
  const before = other ? withFinding(state, 'CONTAINMENT_BROKEN', event) : state
  const here = event.site !== undefined && places.operator(event.site) === state.holder ? event.site : state.site
  return { ...before, inside: parent, site: here }
}

/** unpacking: out of the unit; it keeps what it had in there. */
export const unpack: SerialRule = (state, { event, parent, via }, { maker }) => {
  if (state.inside !== (parent ?? via)) return state
  return isStranger(state, event.reportedBy, maker) ? withFinding(state, 'PACKED_BY_OTHER', event) : { ...state, inside: undefined }
}

/** assembling, installing: a part in a device. In the device's holder's hands, but no stock. */
export const install: SerialRule = (state, step, context) => {
  const { event, parent, parentHolder } = step
  const other = state.partOf !== undefined && state.partOf !== parent
  const before = other ? withFinding(state, 'ALREADY_IN_PARENT', event) : state
  const holder = parentHolder ?? destinationParty(event, context.places)
  return { ...giveTo(before, holder, event, context), status: 'IN_SERVICE', inside: undefined, partOf: parent, site: undefined }
}

const asFound = (state: SerialState, by: string, event: CustodyEvent): SerialState => {
  switch (event.disposition) {
    case 'destroyed':
    case 'disposed':
      return ended(state, 'DESTROYED', event)
    case 'conformant':
    case 'available':
      return { ...state, status: 'IN_STOCK' }
    case 'damaged':
    case 'non_functional':
      return withHold({ ...state, status: 'RETURNED' }, 'DAMAGED', by, event)
    default:
      return withHold({ ...state, status: 'RETURNED' }, 'QUARANTINED', by, event)
  }
}

/** removing, disassembling, replacing: out of the device, in the hands of who took it out; held unless found good. */
export const remove: SerialRule = (state, step, context) => {
  if (state.partOf !== (step.parent ?? step.via)) return state
  const { event } = step
  const named = event.site !== undefined || event.to !== undefined
  const by = named ? destinationParty(event, context.places) : step.parentHolder ?? event.reportedBy
  return asFound(giveTo({ ...state, partOf: undefined }, by, event, context), by, event)
}

/** Aggregation OBSERVE: it is said to be in the unit. Where it is in none, or in another, somebody has to look. */
export const seenInUnit: SerialRule = (state, { event, parent }) => (state.inside === parent ? state : withFinding(state, 'CONTENT_DIFFERS', event))

/** Association OBSERVE: the same of a part and its device. */
export const seenInDevice: SerialRule = (state, { event, parent }) => (state.partOf === parent ? state : withFinding(state, 'CONTENT_DIFFERS', event))
