import type { Reader } from '../../../kernel/graph.ts'
import { anyTime, isAsked, never, type Span } from './filter.ts'
import type { HubAnchor } from './hub-anchor.cypher.ts'
import { hubSizes, type ThingFilter } from './hub-event.cypher.ts'
import type { Query } from './parameters.ts'
import type { Bounds } from './reach.ts'

/** By what the hub's own events are found that a query asks for. */
export interface HubChoice {
  readonly anchors: readonly HubAnchor[]
  readonly ids: readonly string[]
  readonly span: Span
}

/** In whose order there are indexes: by record time, a declaration comes at its own time. */
const walks = { eventTime: ['eventTime'], recordTime: ['recordTime', 'declaredAt'] } as const
/** Where the other time is what leaves most out. */
const others = { eventTime: ['recordTime', 'spanOfRecordTime'], recordTime: ['eventTime', 'spanOfEventTime'] } as const

/** Only what was declared wrong. */
const asksForErrors = ({ declared, declaredAt, errorReasons }: Query['filter']): boolean => declared === true || declaredAt.from !== anyTime.from || errorReasons !== null

/** Things by which the events can be found: not where a pattern may mean others too. */
export const idsOf = (things: readonly ThingFilter[]): readonly string[] => things.find(({ keys }) => keys.length === 0)?.things ?? []

type Sized = HubChoice & { readonly size: number }

/** Each way by which all can be gathered that is asked for, and how much there is to look at. */
const gatherings = async (graph: Reader, { filter, orderBy }: Query, ids: readonly string[], isInternal: boolean, limit: number): Promise<{ inOrder: number; all: Sized[] }> => {
  const [errors, [time, other]] = [asksForErrors(filter), others[orderBy]]
  const span = (applies: boolean, asked: Span): Span => (applies ? asked : never)
  const [sizes] = await graph.read(hubSizes, { anchor: ids, eventTime: span(isAsked(filter.eventTime), filter.eventTime), recordTime: span(isAsked(filter.recordTime), filter.recordTime), declaredAt: span(errors, filter.declaredAt), limit })
  const way = (applies: boolean, anchor: HubAnchor, size: number | undefined, asked = never): Sized[] => (applies && size !== undefined ? [{ anchors: [anchor], ids, span: asked, size }] : [])
  return {
    inOrder: isAsked(filter[orderBy]) ? sizes?.[orderBy] ?? Infinity : Infinity,
    all: [...way(ids.length > 0, 'things', sizes?.things), ...way(!isInternal, 'viewer', sizes?.viewer), ...way(errors, 'declarations', sizes?.declaredAt, filter.declaredAt), ...way(isAsked(filter[time]), other, sizes?.[time], filter[time])],
  }
}

/** The smallest of what can be gathered; otherwise an index is walked in its order. */
export const hubChoice = async (graph: Reader, query: Query, things: readonly ThingFilter[], isInternal: boolean, { gathered }: Bounds): Promise<HubChoice> => {
  const { inOrder, all } = await gatherings(graph, query, idsOf(things), isInternal, gathered + 1)
  return all.filter(({ size }) => size <= gathered).reduce<Sized>((best, one) => (one.size < best.size ? one : best), { anchors: walks[query.orderBy], ids: [], span: never, size: inOrder })
}
