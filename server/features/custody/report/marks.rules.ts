import { dayAt } from '../../../kernel/day-at.ts'
import { stableId } from '../../../kernel/ids.ts'
import type { Captured, Facts } from '../capture/capture-events.ts'
import type { Found } from '../capture/found.rules.ts'
import type { CustodyEvent, Places } from '../custody-event.type.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import { siteOf, sourceParty } from '../party.rules.ts'
import { againstUse } from './against-use.rules.ts'
import type { LineReason } from './line-reason.ts'

/** It was moved on, sold or used although it was recalled, held or expired then. */
export const movedThoughBlocked = 'MOVED_THOUGH_BLOCKED'
/** It was used before what stands against it now: nobody did wrong, and a patient may have it. */
export const usedBeforeRecall = 'USED_BEFORE_RECALL'

const codes = [movedThoughBlocked, usedBeforeRecall] as const

const markId = (code: string, about: string, event: string): string => stableId('fnd', `${code}|${about}|${event}`)

/** Of events that were declared wrong: what may have been marked by them. */
export const marksBy = (events: readonly string[], things: Iterable<string>): string[] =>
  [...things].flatMap((about) => events.flatMap((event) => codes.map((code) => markId(code, about, event))))

/** A finding that follows from what a report says and from what the maker, or the calendar, has said of the thing. */
export interface Mark {
  readonly id: string
  readonly code: (typeof codes)[number]
  readonly event: string
  readonly about: string
  /** Who reported it. */
  readonly organization: string
  readonly maker: string
}

const using = new Set(['retail_selling', 'dispensing', 'implanting', 'installing', 'assembling', 'putting_into_service'])
const moving = new Set([...using, 'shipping', 'departing', 'consigning'])
/** It goes back, or was opened in vain and is waste: whatever stands against it, it may. */
const harmless = new Set(['returned', 'non_sellable_other'])

const movesOn = ({ bizStep, disposition, type, action }: CustodyEvent): boolean =>
  moving.has(bizStep ?? '') && !harmless.has(disposition ?? '') && action !== 'DELETE' || type === 'TRANSFORMATION'

const uses = (event: CustodyEvent): boolean => movesOn(event) && (using.has(event.bizStep ?? '') || event.type === 'TRANSFORMATION')

/** The day that it was where an event happened. */
const dayOf = (event: CustodyEvent, places: Places): string => dayAt(event.eventTime, places.country(siteOf(event, sourceParty(event, places), places)))

type State = SerialState | BatchState

const end = '9999'

const stoodThen = ({ thing, lot }: Facts, { event, holds }: Found, day: string): LineReason | undefined =>
  againstUse({ ...thing, state: undefined, holds: holds.map(({ hold }) => hold) }, { at: event.eventTime, day }, lot)

const standsNow = ({ thing, lot }: Facts, after: State, day: string): boolean =>
  againstUse({ ...thing, state: undefined, holds: after.holds.map(({ hold }) => hold) }, { at: end, day }, lot) !== undefined

const codeOf = (facts: Facts, after: State, found: Found, places: Places): Mark['code'] | undefined => {
  const day = dayOf(found.event, places)
  if (stoodThen(facts, found, day) !== undefined) return movedThoughBlocked
  return uses(found.event) && standsNow(facts, after, day) ? usedBeforeRecall : undefined
}

/** Nothing stands against it, and nothing that was lifted since can have: most things, of which nothing is folded again. */
const isClear = ({ thing, lot }: Facts, after: State, events: readonly CustodyEvent[], places: Places): boolean =>
  events.every((event) => againstUse({ ...thing, state: undefined }, { at: end, day: dayOf(event, places) }, lot) === undefined && event.eventTime >= (thing.head ?? '').slice(0, event.eventTime.length))
  && after.holds.length === 0

/** What the hub's own mutations would have refused and what was lawful when it happened, of things named and of those in cartons: kept, since it happened, and a finding. */
export const marksOf = ({ events, serials, batches, facts, found }: Captured, places: Places): Mark[] => {
  const moved = events.map(({ event }) => event).filter(movesOn)
  if (moved.length === 0) return []
  const marks = new Map<string, Mark>()
  for (const [about, { after }] of [...serials, ...batches]) {
    const own = facts.get(about)
    if (own === undefined || isClear(own, after, moved, places)) continue
    for (const one of found(about)) {
      const code = movesOn(one.event) && one.role !== 'PARENT' && one.role !== 'OUTPUT' ? codeOf(own, after, one, places) : undefined
      if (code === undefined) continue
      const id = markId(code, about, one.event.id)
      marks.set(id, { id, code, about, event: one.event.id, organization: one.event.reportedBy, maker: own.thing.maker })
    }
  }
  return [...marks.values()]
}
