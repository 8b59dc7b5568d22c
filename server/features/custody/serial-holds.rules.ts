import type { CustodyContext, CustodyEvent } from './custody-event.type.ts'
import type { SerialState, SerialStatus } from './custody-state.type.ts'
import { holdsAfter, isPassed } from './holds.rules.ts'
import { mayJudge } from './in-charge.rules.ts'
import { actingParty } from './party.rules.ts'
import { type SerialRule, withFinding, withHold } from './serial-changes.rules.ts'

const foundAgain = ({ transit }: SerialState): SerialStatus => (transit === undefined ? 'IN_STOCK' : 'IN_TRANSIT')

const statusAfterPass = (state: SerialState, event: CustodyEvent): SerialStatus => {
  if (state.status === 'MADE' && event.bizStep === 'inspecting') return 'RELEASED'
  if (state.status === 'LOST' && event.bizStep === 'inspecting') return foundAgain(state)
  const stillHeld = state.holds.some(({ hold }) => hold === 'QUARANTINED')
  return state.status === 'RETURNED' && !stillHeld ? 'IN_STOCK' : state.status
}

/** inspecting, holding, repairing, available. Only the holder or the maker can release or take back into stock. */
export const assess: SerialRule = (state, { event }, context) => {
  const by = actingParty(event, context.places)
  const holds = holdsAfter(state.holds, event, context, state.holder)
  if (holds.length > state.holds.length && !mayJudge(state, by, context.maker)) return withFinding(state, 'HELD_BY_OTHER', event)
  const assessed = { ...state, holds }
  const may = by === state.holder || by === context.maker
  return isPassed(event) && may ? { ...assessed, status: statusAfterPass(assessed, event) } : assessed
}

/** Dispositions that mean the same at any step. Recalled is the maker's word; from others it is a claim. */
const withDisposition = (state: SerialState, disposition: string, event: CustodyEvent, maker: string): SerialState => {
  switch (disposition) {
    case 'recalled':
      return event.reportedBy === maker ? withHold(state, 'RECALLED', maker, event) : withFinding(state, 'RECALLED_BY_OTHER', event)
    case 'stolen':
    case 'unknown':
      if (!mayJudge(state, event.reportedBy, maker)) return withFinding(state, 'HELD_BY_OTHER', event)
      return withHold({ ...state, status: 'LOST' }, 'SUSPECT', event.reportedBy, event)
    default:
      return state
  }
}

/** Taken back: recalled by the maker, lost by who has it, said so, or made it. */
const withoutDisposition = (state: SerialState, disposition: string, { reportedBy }: CustodyEvent, maker: string): SerialState => {
  if (disposition === 'recalled') return reportedBy === maker ? { ...state, holds: state.holds.filter(({ hold }) => hold !== 'RECALLED') } : state
  if (disposition !== 'stolen' && disposition !== 'unknown') return state
  const all = reportedBy === maker || reportedBy === state.holder
  const holds = state.holds.filter(({ hold, by }) => hold !== 'SUSPECT' || !all && by !== reportedBy)
  const isFound = state.status === 'LOST' && !holds.some(({ hold }) => hold === 'SUSPECT')
  return { ...state, holds, status: isFound ? foundAgain(state) : state.status }
}

/** The disposition of the event, and what it says for good (persistentDisposition) until it is taken back. */
export const heed = (state: SerialState, event: CustodyEvent, { maker }: CustodyContext): SerialState => {
  const { disposition, dispositionsSet = [], dispositionsUnset = [] } = event
  const set = new Set(disposition === undefined ? dispositionsSet : [disposition, ...dispositionsSet])
  const heeded = [...set].reduce((now, word) => withDisposition(now, word, event, maker), state)
  return dispositionsUnset.reduce((now, word) => withoutDisposition(now, word, event, maker), heeded)
}
