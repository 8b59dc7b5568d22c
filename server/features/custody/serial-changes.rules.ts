import type { CustodyContext, CustodyEvent, Step } from './custody-event.type.ts'
import type { CustodyFindingCode, Hold, HoldMark, SerialState, SerialStatus } from './custody-state.type.ts'
import { siteOf } from './party.rules.ts'

/** What one kind of event does to a serial: the state before, to the state after. */
export type SerialRule = (state: SerialState, step: Step, context: CustodyContext) => SerialState

/** Adds a finding; the state stays as it is otherwise. */
export const withFinding = <S extends Pick<SerialState, 'findings'>>(state: S, code: CustodyFindingCode, event: CustodyEvent): S => {
  const finding = { code, event: event.id, raisedAt: event.eventTime, ...(event.site !== undefined && { site: event.site }) }
  return { ...state, findings: [...state.findings, finding] }
}

/** The names of the holds, each once, sorted. */
export const holdNames = (marks: readonly HoldMark[]): Hold[] => [...new Set(marks.map((mark) => mark.hold))].sort()

/** Puts a hold on; the same hold by the same organization stands once. */
export const withHold = <S extends { readonly holds: readonly HoldMark[] }>(state: S, hold: Hold, by: string, { eventTime }: CustodyEvent): S =>
  state.holds.some((mark) => mark.hold === hold && mark.by === by) ? state : { ...state, holds: [...state.holds, { hold, by, since: eventTime }] }

/** Ends the possession of whoever has it, if anyone, and remembers it with what stood then. */
export const endPossession = (state: SerialState, at: string): SerialState => {
  const { holder, since } = state
  if (holder === undefined) return { ...state, site: undefined }
  const ended = { organization: holder, from: since ?? at, until: at, status: state.status, holds: holdNames(state.holds) }
  return { ...state, holder: undefined, since: undefined, site: undefined, passed: [...state.passed, ended] }
}

/** Gives it to an organization, at the event's place where that is its own. Who has it already keeps it since when they got it. */
export const giveTo = (state: SerialState, organization: string, event: CustodyEvent, context: CustodyContext): SerialState => {
  const site = siteOf(event, organization, context.places)
  if (state.holder === organization) return { ...state, site }
  return { ...endPossession(state, event.eventTime), holder: organization, since: event.eventTime, site, usage: undefined }
}

/** No journey is under way any more. */
export const arrived = (state: SerialState): SerialState => ({ ...state, transit: undefined, beforeTransit: undefined })

const endings: ReadonlySet<SerialStatus> = new Set(['IMPLANTED', 'CONSUMED', 'DESTROYED'])

/** Used up, in a body or destroyed: nothing moves it any more. */
export const hasEnded = (state: SerialState): boolean => endings.has(state.status)

/** Ends it: nobody has it, it travels nowhere and is in nothing. */
export const ended = (state: SerialState, status: SerialStatus, event: CustodyEvent): SerialState =>
  ({ ...endPossession(arrived({ ...state, status }), event.eventTime), inside: undefined })
