import type { Writer } from '../../../kernel/graph.ts'
import type { Involvement } from '../custody-event.type.ts'
import { historyOf, insideOf } from './history.cypher.ts'
import { type FiledEvent, involvementsOf, partiesOf } from './involve.rules.ts'
import { makes } from '../serial-state.rules.ts'
import { byLabel, type KnownThings } from './known-things.ts'
import { ToldWorld, toldBy } from './told-world.ts'

/** What a report is about, once everything that it can change is locked and read. */
export interface Gathered {
  /** Things whose state follows from their last one and the new events alone. */
  readonly stepping: ReadonlySet<string>
  /** Things whose events are folded from the first one on: late events, corrections, cartons and devices with their content. */
  readonly refolding: ReadonlySet<string>
  readonly world: ToldWorld
}

/** The earliest moment from which a report can change anything. */
interface Span {
  readonly ids: readonly string[]
  readonly since: string
}

const isContainment = ({ event }: FiledEvent): boolean => event.type === 'AGGREGATION' || event.type === 'ASSOCIATION'

const mayHold = (known: KnownThings, id: string): boolean => known.units.has(id) || known.serials.get(id)?.contains === true

/** What is inside of cartons and devices, locked too: who packs or unpacks locks the carton, so once that is locked its content stays. */
const withContent = async (writer: Writer, known: KnownThings, { ids, since }: Span): Promise<string[]> => {
  const holders = ids.filter((id) => mayHold(known, id))
  if (holders.length === 0) return []
  const inside = (await writer.run(insideOf, { ...byLabel(holders), since })).map(({ id }) => id)
  await known.learn(inside)
  return inside
}

/** Whether a thing's newest event is older than all of the new ones, so that these are the next steps. */
const isNext = (known: KnownThings, id: string, since: string): boolean => {
  const thing = known.serials.get(id) ?? known.batches.get(id)
  return thing?.state !== undefined && since > (thing.head ?? '').slice(0, since.length)
}

const learnPlaces = (known: KnownThings, told: Iterable<readonly Involvement[]>): Promise<void> => {
  const sites = new Set<string>()
  const organizations = new Set<string>()
  for (const involvements of told) {
    for (const { event } of involvements) {
      if (event.site !== undefined) sites.add(event.site)
      for (const party of partiesOf(event)) organizations.add(party)
    }
  }
  return known.learn([], { sites: [...sites], organizations: [...organizations] })
}

const learnDestinations = (known: KnownThings, ids: readonly string[]): Promise<void> =>
  known.learn([], { organizations: ids.flatMap((id) => known.batches.get(id)?.state?.transit.flatMap(({ from, to }) => [from, to]) ?? []) })

/**
 * Locks and reads what the events concern and what follows them, and says of each thing how its new state is found.
 * @param fresh things that this report introduces: nothing was told of them before
 * @param wrong things of events that are declared wrong, and since when that changes anything
 */
export const gather = async (writer: Writer, known: KnownThings, events: readonly FiledEvent[], fresh: ReadonlySet<string>, wrong: Span): Promise<Gathered> => {
  const named = [...new Set(events.flatMap(({ content }) => content.things.map(({ id }) => id)))]
  const since = events.reduce((first, { event }) => (event.eventTime < first ? event.eventTime : first), wrong.since)
  const involved = { ids: [...new Set([...named, ...wrong.ids])], since }
  const inside = await withContent(writer, known, involved)
  const contained = new Set(events.filter(isContainment).flatMap(({ content }) => content.things.map(({ id }) => id)))
  const born = events.filter(({ event, content }) => content.things.some(({ role }) => makes({ event, role }))).flatMap(({ content }) => content.things.map(({ id }) => id))
  const whole = new Set([...inside, ...contained, ...wrong.ids, ...born.filter((id) => !fresh.has(id)), ...involved.ids.filter((id) => mayHold(known, id))])
  const steps = (id: string): boolean => !whole.has(id) && (fresh.has(id) || isNext(known, id, since))
  const refolding = new Set([...involved.ids, ...inside].filter((id) => !steps(id)))
  const told = refolding.size === 0 ? new Map<string, Involvement[]>() : toldBy(await writer.run(historyOf, byLabel(refolding)))
  await learnPlaces(known, told.values())
  await learnDestinations(known, involved.ids)
  return { stepping: new Set(named.filter(steps)), refolding, world: new ToldWorld(known.places, told) }
}

/** How the new events concern each thing. */
export const newInvolvements = (events: readonly FiledEvent[]): [string, Involvement][] => events.flatMap(involvementsOf)
