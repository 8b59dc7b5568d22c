import { stableId } from '../../../kernel/ids.ts'
import type { Reader } from '../../../kernel/graph.ts'
import { findThings } from '../../custody/report/find-things.cypher.ts'
import { scannedCode } from '../../custody/scanned-code.ts'
import { decoded } from '../decoded.ts'
import type { EventFilter, NameFilter } from './filter.ts'
import type { ThingFilter } from './hub-event.cypher.ts'
import { ownName } from './hub-event.rules.ts'
import { productsNamed } from './product-named.cypher.ts'

const codeOf = (uri: string) => scannedCode(uri.startsWith(ownName) ? uri.slice(ownName.length) : uri)

/** The viewer's things that a query names, by the identifiers as they were asked for. */
const thingsNamed = async (graph: Reader, names: readonly NameFilter[]): Promise<Map<string, string[]>> => {
  const uris = [...new Set(names.flatMap((name) => name.uris))]
  const codes = uris.map((uri, index) => ({ ...codeOf(uri), plain: null, index })).filter(({ id, di, sscc }) => id !== null || di !== null || sscc !== null)
  const things = new Map<string, string[]>()
  for (const { index, id } of codes.length === 0 ? [] : await graph.read(findThings, { codes })) things.set(uris[index] ?? '', [...(things.get(uris[index] ?? '') ?? []), id])
  return things
}

/** Keys of things begin with their product's id. */
const keysNamed = async (graph: Reader, names: readonly NameFilter[]): Promise<Map<string, string>> => {
  const prefixes = [...new Set(names.flatMap((name) => name.prefixes))]
  const codes = prefixes.flatMap((prefix) => { const { di } = codeOf(prefix.slice(0, -1)); return di === null ? [] : [{ prefix, di }] })
  const rows = codes.length === 0 ? [] : await graph.read(productsNamed, { codes })
  return new Map(rows.map(({ prefix, product }) => [prefix, `${product}|`]))
}

/** A query as the hub's own events are asked it; undefined where it names something of which the viewer has nothing. */
export const hubFilterOf = async (graph: Reader, { names, ...filter }: EventFilter): Promise<{ filter: Omit<EventFilter, 'names'>; things: ThingFilter[] } | undefined> => {
  const [ids, keys] = [await thingsNamed(graph, names), await keysNamed(graph, names)]
  const things = names.map(({ uris, prefixes, roles, isClass }) => ({
    roles, isClass, things: uris.flatMap((uri) => ids.get(uri) ?? []), keys: prefixes.flatMap((prefix) => keys.get(prefix) ?? []),
  }))
  if (things.some((one) => one.things.length + one.keys.length === 0)) return undefined
  return { things, filter: { ...filter, bizTransactions: filter.bizTransactions.map((wanted) => wanted.map(decoded)) } }
}

/** How an event is known to who may not read its own number. */
const numbered = 'urn:devicetrail:event:'

/** Ids of the events of these eventIDs. */
export const eventIdsOf = (eventIds: readonly string[]): string[] => eventIds.map((id) => (id.startsWith(numbered) ? id.slice(numbered.length) : stableId('evt', id)))
