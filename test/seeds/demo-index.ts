import { readdirSync, readFileSync } from 'node:fs'
import type { EventSeed, History } from '../../seeds/history.ts'

type Told = { readonly [name in keyof History]-?: NonNullable<History[name]> }

const catalog = new URL('../../seeds/catalog/', import.meta.url)

/** Every identifier that the catalogue's files name, whatever for. */
export const catalogueIdentifiers = (): string[] =>
  readdirSync(catalog).filter((name) => !name.endsWith('.md')).flatMap((name) =>
    readFileSync(new URL(name, catalog), 'utf8').match(/\b\d{14}\b|MA\.156\.M0\.\d+\.\d+/g) ?? [])

/** The demo's things by key, and the events of each in their order. */
export const indexOf = (told: History) => {
  const history = told as Told
  const sites = new Map(history.sites.map((site) => [site.code, site]))
  const eventsOf = new Map<string, EventSeed[]>()
  // As of a carton's contents: what happens to it happens to them.
  const inside = new Map<string, string[]>()
  for (const event of history.events) {
    const named = event.things.flatMap(({ serial, batch, unit }) => serial ?? batch ?? unit ?? [])
    const parent = event.things.find(({ role }) => role === 'PARENT')?.unit
    if (parent && event.bizStep === 'packing') inside.set(parent, named.filter((key) => key !== parent))
    const reached = event.type === 'OBJECT' ? named.flatMap((key) => inside.get(key) ?? []) : []
    if (parent && event.bizStep === 'unpacking') inside.delete(parent)
    for (const key of new Set([...named, ...reached])) eventsOf.set(key, [...(eventsOf.get(key) ?? []), event])
  }
  const keys = (things: readonly { readonly key: string }[]): Set<string> => new Set(things.map(({ key }) => key))
  return {
    history, eventsOf, sites,
    organizations: new Map(history.organizations.map((organization) => [organization.code, organization])),
    operatorOf: (site: string | undefined): string | undefined => sites.get(site ?? '')?.organization,
    batches: keys(history.batches), serials: keys(history.serials), units: keys(history.logisticUnits), events: keys(history.events),
  }
}
