import type { Reader } from '../../../kernel/graph.ts'
import type { FoundEvent } from './event-page.cypher.ts'
import { hubCounts, type HubPageInput, hubPages, hubWalks, sizeOfViewer } from './hub-event.cypher.ts'
import { epcisFormOf } from './hub-event.rules.ts'
import type { HubEventRow } from './hub-event.type.ts'
import { eventIdsOf, hubFilterOf } from './hub-filter.ts'
import type { Query } from './parameters.ts'

/** Who has to do with more walks through time until a page is full, others have their events gathered and sorted. */
const little = 5_000

type Way = keyof typeof hubCounts

interface Asked extends Omit<HubPageInput, 'after' | 'limit' | 'text' | 'byRecordTime' | 'rising'> {
  readonly ways: readonly Way[]
}

const wayOf = async (graph: Reader, isInternal: boolean): Promise<readonly Way[]> => {
  if (!isInternal && ((await graph.read(sizeOfViewer, {}))[0]?.size ?? 0) <= little) return ['viewer']
  return ['walk', 'declarations']
}

/** How the hub's own events are asked a query; undefined where it can find none of them. */
const askedOf = async (graph: Reader, { filter, orderBy }: Query, isInternal: boolean): Promise<Asked | undefined> => {
  const own = await hubFilterOf(graph, filter)
  if (own === undefined) return undefined
  const { from, until } = filter[orderBy]
  const span = { from, until }
  if (filter.eventIds !== null) return { ...own, ...span, anchor: eventIdsOf(filter.eventIds), ways: ['eventIds'] }
  const named = own.things.find(({ keys }) => keys.length === 0)
  if (named !== undefined) return { ...own, ...span, anchor: named.things, ways: ['things'] }
  return { ...own, ...span, anchor: [], ways: await wayOf(graph, isInternal) }
}

/** The place after which a page begins is where its walk does. */
const within = ({ from, until }: Asked, after: string, direction: Query['direction']): { from: string; until: string } => {
  const [time = ''] = after.split('|', 1)
  if (time === '') return { from, until }
  return direction === 'ASC' ? { from: time > from ? time : from, until } : { from, until: time < until ? time : until }
}

const foundOf = (row: HubEventRow): FoundEvent => ({ place: row.place, isCut: row.isCut, eventId: row.parties.eventId, recordTime: row.told.recordTime, discreet: false, ...epcisFormOf(row) })

const statementOf = (way: Way, { orderBy, direction }: Query) => (way === 'walk' ? hubWalks[orderBy][direction] : hubPages[way])

export interface HubSource {
  /** Pages that begin after a place, each in order. */
  pages(page: { after: string; limit: number; text: number }): Promise<FoundEvent[]>[]
  /** How many events there are, up to a limit. */
  counts(limit: number): Promise<number>[]
}

/** The hub's own events, what was reported otherwise than by EPCIS, as they answer a query. */
export const hubSource = async (graph: Reader, query: Query, isInternal: boolean): Promise<HubSource> => {
  const asked = await askedOf(graph, query, isInternal)
  if (asked === undefined) return { pages: () => [], counts: () => [] }
  const { ways, ...filter } = asked
  const input = { ...filter, byRecordTime: query.orderBy === 'recordTime', rising: query.direction === 'ASC' }
  return {
    pages: (page) => ways.map(async (way) =>
      (await graph.read(statementOf(way, query), { ...input, ...page, ...within(asked, page.after, query.direction) })).map(foundOf)),
    counts: (limit) => ways.map(async (way) => (await graph.read(hubCounts[way], { ...input, from: query.filter.eventTime.from, until: query.filter.eventTime.until, after: '', limit, text: 0 }))[0]?.total ?? 0),
  }
}
