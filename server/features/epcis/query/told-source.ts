import type { Reader } from '../../../kernel/graph.ts'
import { type FoundBy, type FoundEvent, toldEvents, toldSizes } from './event-page.cypher.ts'
import { isAsked, never } from './filter.ts'
import type { Query } from './parameters.ts'
import type { Bounds, Source } from './reach.ts'

const otherTime = { eventTime: 'recordTime', recordTime: 'eventTime' } as const

/** By the smallest of what can be gathered; otherwise in the order of an index. */
const anchorOf = async (graph: Reader, { filter, orderBy }: Query, { gathered }: Bounds): Promise<keyof typeof toldEvents> => {
  if (filter.eventIds !== null) return 'eventIds'
  const [named, other] = [filter.names.length > 0, isAsked(filter[otherTime[orderBy]])]
  if (!named && !other) return 'all'
  const spans = { eventTime: isAsked(filter.eventTime) ? filter.eventTime : never, recordTime: isAsked(filter.recordTime) ? filter.recordTime : never }
  const [sizes] = await graph.read(toldSizes, { anchor: nameOf(filter), ...spans, limit: gathered + 1 })
  if (sizes === undefined) return 'all'
  const sizeOf = { all: isAsked(filter[orderBy]) ? sizes[orderBy] : Infinity, names: named ? sizes.names : Infinity, span: other ? sizes[otherTime[orderBy]] : Infinity }
  const best = (['names', 'span'] as const).reduce((one, next) => (sizeOf[next] < sizeOf[one] ? next : one))
  return sizeOf[best] <= Math.min(gathered, sizeOf.all) ? best : 'all'
}

const nameOf = ({ names }: Query['filter']): Omit<FoundBy, 'span'> => ({ uris: names[0]?.uris ?? [], prefixes: names[0]?.prefixes ?? [] })

/** What came by EPCIS, as it answers a query. */
export const toldSource = async (graph: Reader, query: Query, bounds: Bounds): Promise<Source<FoundEvent>> => {
  const { filter, orderBy, direction } = query
  const { page, end } = toldEvents[await anchorOf(graph, query, bounds)][orderBy][direction]
  const input = { filter, anchor: { ...nameOf(filter), span: filter[otherTime[orderBy]] } }
  return {
    page: (reach, room) => graph.read(page, { ...input, ...reach, ...room }),
    end: async (reach) => (await graph.read(end, { ...input, ...reach }))[0]?.place,
  }
}
