import type { Context } from '../../../kernel/context.ts'
import { Problem } from '../problem.ts'
import type { FoundEvent } from './event-page.cypher.ts'
import { hubSources } from './hub-source.ts'
import { merged, type Room } from './merge.rules.ts'
import type { PageAsked } from './page.ts'
import type { Query } from './parameters.ts'
import { type Bounds, type Reach, reachOf, type Source, usualBounds } from './reach.ts'
import { withPlacesWithin } from './places-within.ts'
import { toldSource } from './told-source.ts'

/** Characters of events on a page: each is held several times while it is answered. */
export const mostText = 8_000_000

/** How long one request looks on where it has found nothing yet, in milliseconds. */
const patience = 2_000
/** And how long it counts, so many at once. */
const countingPatience = 6_000
const countedAtOnce = 1_000

export interface FoundPage {
  readonly rows: readonly FoundEvent[]
  /** Where the next page begins; undefined after the last. */
  readonly next: string | undefined
  /** How many events there may still be on later pages, where the query limits them. */
  readonly left: number | undefined
}

type Asking = Pick<Context, 'graph' | 'viewer'>
type Sources = readonly Source<FoundEvent>[]

const tooMany = (detail: string): Problem => new Problem('QueryTooLargeException', 'Too many events', detail)

/** What one source has for a page, and up to where it was looked. */
const foundBy = async (source: Source<FoundEvent>, reach: Reach, room: Room) => {
  const rows = await source.page(reach, room)
  const last = rows.at(-1)
  return { rows, end: rows.length >= room.limit || last?.isCut ? last?.place : await source.end(reach) }
}

interface Search {
  readonly sources: Sources
  readonly query: Query
  readonly bounds: Bounds
}

const pageAfter = async ({ sources, query, bounds }: Search, after: string, limit: number): Promise<{ rows: FoundEvent[]; next: string | undefined }> => {
  const reach = reachOf(query, after, bounds)
  return merged(await Promise.all(sources.map((source) => foundBy(source, reach, { limit: limit + 1, text: mostText }))), query.direction, { limit, text: mostText })
}

/** From the first on, whatever page is asked for, and no longer than a statement may take. */
const refuseTooMany = async (search: Search, most: number): Promise<void> => {
  const until = performance.now() + countingPatience
  let [total, next]: [number, string | undefined] = [0, '']
  while (next !== undefined) {
    if (performance.now() > until) throw tooMany('It takes too long to count these events: ask for a shorter time, or without maxEventCount.')
    const page: Awaited<ReturnType<typeof pageAfter>> = await pageAfter(search, next, Math.min(countedAtOnce, most + 1 - total))
    total += page.rows.length
    if (total > most) throw tooMany(`These are more than ${most} events: ask for fewer.`)
    next = page.next
  }
}

/**
 * A page of the events that the viewer may see, captured by EPCIS or otherwise, in one order. It may have fewer events than
 * were asked for although others follow (EPCIS 2.0, perPage): so much is looked at for one page and no more.
 * @throws Problem where they are more than maxEventCount
 */
export const findEvents = async ({ graph, viewer }: Asking, asking: Query, { after, limit: asked }: PageAsked, bounds = usualBounds): Promise<FoundPage> => {
  const query = await withPlacesWithin(graph, asking)
  const { eventCountLimit, maxEventCount } = query
  const limit = Math.min(asked, eventCountLimit ?? asked)
  const search = { sources: [await toldSource(graph, query, bounds), ...await hubSources(graph, query, viewer.internal, bounds)], query, bounds }
  if (maxEventCount !== undefined) await refuseTooMany(search, maxEventCount)
  const until = performance.now() + patience
  let { rows, next } = await pageAfter(search, after, limit)
  while (rows.length === 0 && next !== undefined && performance.now() < until) ({ rows, next } = await pageAfter(search, next, limit))
  const left = eventCountLimit === undefined ? undefined : eventCountLimit - rows.length
  return { rows, next: left === 0 ? undefined : next, left }
}
