import type { Reader } from '../../../kernel/graph.ts'
import { Problem } from '../problem.ts'
import { eventCounts, eventPages, type FoundEvent } from './event-page.cypher.ts'
import type { PageAsked } from './page.ts'
import type { Query } from './parameters.ts'

export interface FoundPage {
  readonly rows: readonly FoundEvent[]
  readonly limit: number
  /** How many events there may still be on later pages, where the query limits them. */
  readonly left: number | undefined
}

const nothing = { uris: [], prefixes: [] }

const findBy = ({ filter }: Query) => (filter.eventIds !== null ? 'eventIds' : filter.names.length > 0 ? 'names' : 'all')

const rowsOf = (graph: Reader, query: Query, after: string, limit: number): Promise<FoundEvent[]> =>
  graph.read(eventPages[findBy(query)][query.orderBy][query.direction], { filter: query.filter, anchor: query.filter.names[0] ?? nothing, after, limit })

const isMoreThan = async (graph: Reader, query: Query, most: number): Promise<boolean> => {
  const [count] = await graph.read(eventCounts[findBy(query)], { filter: query.filter, anchor: query.filter.names[0] ?? nothing, limit: most + 1 })
  return (count?.total ?? 0) > most
}

/** A page of the events that the viewer may see, and one row more where there is another page. @throws Problem where they are more than maxEventCount */
export const findEvents = async (graph: Reader, query: Query, { after, limit: asked }: PageAsked): Promise<FoundPage> => {
  const { eventCountLimit, maxEventCount } = query
  const limit = Math.min(asked, eventCountLimit ?? asked)
  if (maxEventCount !== undefined && await isMoreThan(graph, query, maxEventCount)) {
    throw new Problem('QueryTooLargeException', 'Too many events', `These are more than ${maxEventCount} events: ask for fewer.`)
  }
  const rows = await rowsOf(graph, query, after, limit + 1)
  const left = eventCountLimit === undefined ? undefined : eventCountLimit - limit
  return { rows: left === 0 ? rows.slice(0, limit) : rows, limit, left }
}
