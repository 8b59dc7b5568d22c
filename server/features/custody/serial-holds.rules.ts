import type { CustodyContext, CustodyEvent } from './custody-event.type.ts'
import type { SerialState, SerialStatus } from './custody-state.type.ts'
import { holdsAfter, isPassed } from './holds.rules.ts'
import { actingParty } from './party.rules.ts'
import { type SerialRule, withFinding, withHold } from './serial-changes.rules.ts'

const statusAfterPass = (state: SerialState, event: CustodyEvent): SerialStatus => {
  if (state.status === 'MADE' && event.bizStep === 'inspecting') return 'RELEASED'
  const stillHeld = state.holds.some(({ hold }) => hold === 'QUARANTINED')
  return state.status === 'RETURNED' && !stillHeld ? 'IN_STOCK' : state.status
}

/** inspecting, holding, repairing, available. Only the holder or the maker can release or take back into stock. */
export const assess: SerialRule = (state, { event }, context) => {
  const by = actingParty(event, context.places)
  const assessed = { ...state, holds: holdsAfter(state.holds, event, context) }
  const may = by === state.holder || by === context.maker
  return isPassed(event) && may ? { ...assessed, status: statusAfterPass(assessed, event) } : assessed
}

/** Dispositions that mean the same at any step. Recalled is the maker's word; from others it is a claim. */
export const heed = (state: SerialState, event: CustodyEvent, { maker }: CustodyContext): SerialState => {
  switch (event.disposition) {
    case 'recalled':
      return event.reportedBy === maker ? withHold(state, 'RECALLED', maker, event) : withFinding(state, 'RECALLED_BY_OTHER', event)
    case 'stolen':
    case 'unknown':
      return withHold({ ...state, status: 'LOST' }, 'SUSPECT', event.reportedBy, event)
    default:
      return state
  }
}
