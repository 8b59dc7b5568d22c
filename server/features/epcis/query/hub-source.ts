import type { Reader } from '../../../kernel/graph.ts'
import type { FoundEvent } from './event-page.cypher.ts'
import { type EventFilter, never } from './filter.ts'
import type { HubAnchor } from './hub-anchor.cypher.ts'
import { hubChoice, type HubChoice } from './hub-choice.ts'
import { type HubReachInput, hubEvents } from './hub-event.cypher.ts'
import { epcisFormOf } from './hub-event.rules.ts'
import type { HubEventRow } from './hub-event.type.ts'
import { eventIdsOf, hubFilterOf } from './hub-filter.ts'
import type { Query } from './parameters.ts'
import { type Bounds, type Reach, type Source, timeOf } from './reach.ts'

const foundOf = (row: HubEventRow): FoundEvent => ({ place: row.place, isCut: row.isCut, eventId: row.parties.eventId, recordTime: row.told.recordTime, discreet: false, ...epcisFormOf(row) })

type Input = Omit<HubReachInput, keyof Reach | 'from' | 'until'>

const sourceOf = (graph: Reader, input: Input, { page, end }: (typeof hubEvents)[HubAnchor]['ASC']): Source<FoundEvent> => {
  const within = (reach: Reach) => ({ ...input, ...reach, from: timeOf(reach.above), until: timeOf(reach.below) })
  return {
    page: async (reach, room) => (await graph.read(page, { ...within(reach), ...room })).map(foundOf),
    end: async (reach) => (await graph.read(end, within(reach)))[0]?.place,
  }
}

/** What no event of the hub says. */
const asksForMore = ({ dispositionsSet, dispositionsUnset, correctiveEventIds }: EventFilter): boolean => dispositionsSet !== null || dispositionsUnset !== null || correctiveEventIds !== null

/** The hub's own events, what was reported otherwise than by EPCIS, as they answer a query; from nowhere where they cannot. */
export const hubSources = async (graph: Reader, query: Query, isInternal: boolean, bounds: Bounds): Promise<Source<FoundEvent>[]> => {
  const own = asksForMore(query.filter) ? undefined : await hubFilterOf(graph, query.filter)
  if (own === undefined) return []
  const { filter: { eventIds }, orderBy, direction } = query
  const choice: HubChoice = eventIds === null ? await hubChoice(graph, query, own.things, isInternal, bounds) : { anchors: ['eventIds'], ids: eventIdsOf(eventIds), span: never }
  const input = { ...own, anchor: choice.ids, span: choice.span, byRecordTime: orderBy === 'recordTime' }
  return choice.anchors.map((anchor) => sourceOf(graph, input, hubEvents[anchor][direction]))
}
