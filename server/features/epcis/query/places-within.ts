import type { Reader } from '../../../kernel/graph.ts'
import { canonicalId, glnOf } from '../epc-id.rules.ts'
import type { EventFilter } from './filter.ts'
import type { Query } from './parameters.ts'
import { placesWithin } from './places-within.cypher.ts'

const listed = (exactly: readonly string[] | null, within: readonly string[] | null, below: ReadonlyMap<string, readonly string[]>): readonly string[] | null => {
  if (within === null) return exactly
  const all = [...new Set(within.flatMap((uri) => [uri, ...(below.get(glnOf(uri) ?? '') ?? []).map((gln) => canonicalId(`https://id.gs1.org/414/${gln}`))]))]
  return exactly === null ? all : exactly.filter((uri) => all.includes(uri))
}

/** WD_readPoint and WD_bizLocation: places with all that is in them, by the hub's master data; one that it does not know is itself alone. */
export const withPlacesWithin = async (graph: Reader, query: Query): Promise<Query> => {
  const { readPointsWithin, bizLocationsWithin, readPoints, bizLocations } = query.filter
  if (readPointsWithin === null && bizLocationsWithin === null) return query
  const glns = [...readPointsWithin ?? [], ...bizLocationsWithin ?? []].flatMap((uri) => glnOf(uri) ?? [])
  const below = new Map((glns.length === 0 ? [] : await graph.read(placesWithin, { glns })).map(({ gln, within }) => [gln, within]))
  const filter: EventFilter = { ...query.filter, readPoints: listed(readPoints, readPointsWithin, below), bizLocations: listed(bizLocations, bizLocationsWithin, below) }
  return { ...query, filter }
}
