import type { Context } from '../../../kernel/context.ts'
import { Problem } from '../problem.ts'
import type { FoundEvent } from './event-page.cypher.ts'
import { hubSources } from './hub-source.ts'
import { merged, type Room } from './merge.rules.ts'
import type { PageAsked } from './page.ts'
import type { Query } from './parameters.ts'
import { type Bounds, type Reach, reachOf, type Source, usualBounds } from './reach.ts'
import { toldSource } from './told-source.ts'

/** Characters of events on a page: each is held several times while it is answered. */
export const mostText = 8_000_000

/** How long one request looks on where it has found nothing yet, in milliseconds. */
const patience = 2_000

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

/** Of one source, in steps that take about the same time each. */
const countOf = async (source: Source<FoundEvent>, query: Query, bounds: Bounds, most: number): Promise<number> => {
  const until = performance.now() + patience
  let [total, place]: [number, string | undefined] = [0, '']
  while (place !== undefined && total <= most) {
    if (performance.now() > until) throw tooMany('It takes too long to count these events: ask for a shorter time, or without maxEventCount.')
    const reach: Reach = reachOf(query, place, bounds)
    const [count, end]: [number, string | undefined] = await Promise.all([source.count(reach, most + 1 - total), source.end(reach)])
    total += count
    place = end
  }
  return total
}

const refuseTooMany = async (sources: Sources, query: Query, bounds: Bounds, most: number): Promise<void> => {
  const counts = await Promise.all(sources.map((source) => countOf(source, query, bounds, most)))
  if (counts.reduce((sum, count) => sum + count, 0) > most) throw tooMany(`These are more than ${most} events: ask for fewer.`)
}

/** What one source has for a page, and up to where it was looked. */
const foundBy = async (source: Source<FoundEvent>, reach: Reach, room: Room) => {
  const rows = await source.page(reach, room)
  const last = rows.at(-1)
  return { rows, end: rows.length >= room.limit || last?.isCut ? last?.place : await source.end(reach) }
}

/**
 * A page of the events that the viewer may see, captured by EPCIS or otherwise, in one order. It may have fewer events than
 * were asked for although others follow (EPCIS 2.0, perPage): so much is looked at for one page and no more.
 * @throws Problem where they are more than maxEventCount
 */
export const findEvents = async ({ graph, viewer }: Asking, query: Query, { after, limit: asked }: PageAsked, bounds = usualBounds): Promise<FoundPage> => {
  const { eventCountLimit, maxEventCount, direction } = query
  const limit = Math.min(asked, eventCountLimit ?? asked)
  const sources = [await toldSource(graph, query, bounds), ...await hubSources(graph, query, viewer.internal, bounds)]
  if (maxEventCount !== undefined) await refuseTooMany(sources, query, bounds, maxEventCount)
  const until = performance.now() + patience
  let [rows, next]: [FoundEvent[], string | undefined] = [[], after]
  do {
    const reach: Reach = reachOf(query, next, bounds);
    ({ rows, next } = merged(await Promise.all(sources.map((source) => foundBy(source, reach, { limit: limit + 1, text: mostText }))), direction, { limit, text: mostText }))
  } while (rows.length === 0 && next !== undefined && performance.now() < until)
  const left = eventCountLimit === undefined ? undefined : eventCountLimit - rows.length
  return { rows, next: left === 0 ? undefined : next, left }
}
