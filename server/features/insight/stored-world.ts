import type { Reader } from '../../kernel/graph.ts'
import type { Involvement, Places } from '../custody/custody-event.type.ts'
import { containersOf, type World } from '../custody/timeline.rules.ts'
import { type EventColumns, involvementOf } from '../custody/capture/involvement-columns.ts'
import { containerEvents } from './serial-invariants.cypher.ts'
import { allSites } from './structure-invariants.cypher.ts'

/** Who operates which site, as stored. An organization without a site is found elsewhere; here its things are nowhere. */
export const readPlaces = async (graph: Reader): Promise<Places> => {
  const operators = new Map<string, string>()
  const mains = new Map<string, string>()
  const countries = new Map<string, string | null>()
  for (const { id, organization, country, main } of await graph.read(allSites, {})) {
    operators.set(id, organization)
    countries.set(id, country)
    if (main || !mains.has(organization)) mains.set(organization, id)
  }
  return { operator: (site) => operators.get(site), mainSite: (organization) => mains.get(organization) ?? 'no site', country: (site) => countries.get(site) ?? undefined }
}

interface Eventful {
  readonly id: string
  readonly events: readonly EventColumns[]
}

/** The events of some things and of all that they were ever in: as much of the graph as folding them needs. */
export const readWorld = async (graph: Reader, things: readonly Eventful[], places: Places): Promise<World> => {
  const known = new Map<string, Involvement[]>()
  const add = (rows: readonly Eventful[]): string[] => {
    for (const { id, events } of rows) known.set(id, events.map(involvementOf))
    return [...new Set(rows.flatMap(({ id }) => containersOf(known.get(id) ?? [])))].filter((id) => !known.has(id))
  }
  for (let ids = add(things); ids.length > 0;) ids = add(await graph.read(containerEvents, { ids }))
  return { places, involvements: (thing) => known.get(thing) ?? [] }
}
