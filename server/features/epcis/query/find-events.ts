import type { Context } from '../../../kernel/context.ts'
import { Problem } from '../problem.ts'
import { eventCounts, eventPages, type FoundEvent } from './event-page.cypher.ts'
import { hubSource } from './hub-source.ts'
import { merged } from './merge.rules.ts'
import type { PageAsked } from './page.ts'
import type { Query } from './parameters.ts'

/** Characters of events on a page: each is held several times while it is answered. */
export const mostText = 8_000_000

export interface FoundPage {
  readonly rows: readonly FoundEvent[]
  /** Where the next page begins; undefined after the last. */
  readonly next: string | undefined
  /** How many events there may still be on later pages, where the query limits them. */
  readonly left: number | undefined
}

type Asking = Pick<Context, 'graph' | 'viewer'>

const nothing = { uris: [], prefixes: [] }

const findBy = ({ filter }: Query) => (filter.eventIds !== null ? 'eventIds' : filter.names.length > 0 ? 'names' : 'all')

const anchorOf = ({ filter }: Query) => filter.names[0] ?? nothing

const refuseTooMany = async ({ graph }: Asking, query: Query, hub: Awaited<ReturnType<typeof hubSource>>, most: number): Promise<void> => {
  const told = graph.read(eventCounts[findBy(query)], { filter: query.filter, anchor: anchorOf(query), limit: most + 1 }).then(([count]) => count?.total ?? 0)
  const counts = await Promise.all([told, ...hub.counts(most + 1)])
  if (counts.reduce((sum, count) => sum + count) > most) throw new Problem('QueryTooLargeException', 'Too many events', `These are more than ${most} events: ask for fewer.`)
}

/** A page of the events that the viewer may see, captured by EPCIS or otherwise, in one order. @throws Problem where they are more than maxEventCount */
export const findEvents = async (asking: Asking, query: Query, { after, limit: asked }: PageAsked): Promise<FoundPage> => {
  const { graph, viewer } = asking
  const { eventCountLimit, maxEventCount, orderBy, direction } = query
  const limit = Math.min(asked, eventCountLimit ?? asked)
  const hub = await hubSource(graph, query, viewer.internal)
  if (maxEventCount !== undefined) await refuseTooMany(asking, query, hub, maxEventCount)
  const page = { after, limit: limit + 1, text: mostText }
  const told = graph.read(eventPages[findBy(query)][orderBy][direction], { filter: query.filter, anchor: anchorOf(query), ...page })
  const { rows, next } = merged(await Promise.all([told, ...hub.pages(page)]), direction, { limit, text: mostText })
  const left = eventCountLimit === undefined ? undefined : eventCountLimit - rows.length
  return { rows, next: left === 0 ? undefined : next, left }
}
