import type { Change } from '../../../record/change.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { labelOfId } from '../../../kernel/ids.ts'
import { stepsOf } from '../timeline.rules.ts'
import type { Involvement } from '../custody-event.type.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import type { KnownBatch, KnownSerial } from './known-things.ts'
import { type Advance, refoldBatch, refoldSerial, stepBatchOn, stepSerialOn, type Worlds } from './advance.rules.ts'
import { type Found, foundByLot, foundBySerial } from './found.rules.ts'
import { gather, type Gathered, newInvolvements } from './gather.ts'
import { thingsOfEvents } from './history.cypher.ts'
import { introduceBatches, introduceSerials, introduceUnits } from './introduce.cypher.ts'
import { filed, type FiledEvent, partiesOf } from './involve.rules.ts'
import { KnownThings } from './known-things.ts'
import type { ErrorDeclaration, Report } from './report.type.ts'
import { writeCapture } from './write-capture.ts'

/** The transaction that a report is kept in. */
export type Transaction = Pick<Change, 'at' | 'run'>

export interface Facts {
  readonly thing: KnownSerial | KnownBatch
  readonly lot: KnownBatch | undefined
}

/** What a report did. */
export interface Captured {
  /** The events that were new, in the order of the report. */
  readonly events: readonly FiledEvent[]
  /** Events of the report that were there before: they changed nothing. */
  readonly repeated: readonly FiledEvent[]
  readonly serials: ReadonlyMap<string, Advance<SerialState>>
  readonly batches: ReadonlyMap<string, Advance<BatchState>>
  /** What was known of each thing of it before, and of its lot. */
  readonly facts: ReadonlyMap<string, Facts>
  /** What its new events found, of one of its things. Costs a fold. */
  found(thing: string): readonly Found[]
  /** Things that it concerned and that events wait for which came before they were known. */
  readonly awaited: readonly string[]
}

/** Makes the things that a report introduces; one that another report made first is taken as it is. */
const introduce = async (change: Transaction, { batches = [], serials = [], units = [] }: Report): Promise<Set<string>> => {
  const rows = [
    ...(batches.length > 0 ? await change.run(introduceBatches, { rows: batches }) : []),
    ...(serials.length > 0 ? await change.run(introduceSerials, { rows: serials }) : []),
    ...(units.length > 0 ? await change.run(introduceUnits, { rows: units }) : []),
  ]
  return new Set(rows.filter(({ fresh }) => fresh).map(({ id }) => id))
}

const latest = '9999'

/** What the events concerned that are declared wrong now, and since when that matters. */
const wrongThings = async (change: Transaction, known: KnownThings, errors: readonly ErrorDeclaration[]): Promise<{ ids: string[]; since: string }> => {
  if (errors.length === 0) return { ids: [], since: latest }
  const rows = await change.run(thingsOfEvents, { ids: errors.map(({ event }) => event) })
  const ids = [...new Set(rows.flatMap(({ things }) => things))]
  await known.learn(ids)
  return { ids, since: rows.reduce((first, { eventTime }) => (eventTime < first ? eventTime : first), latest) }
}

const learnNamed = async (known: KnownThings, events: readonly FiledEvent[]): Promise<void> => {
  const ids = events.flatMap(({ content }) => content.things.map(({ id }) => id))
  await known.learn(ids, {
    sites: events.flatMap(({ event }) => event.site ?? []),
    organizations: events.flatMap(({ event }) => partiesOf(event)),
    events: events.map(({ event }) => event.id),
  })
  const stranger = ids.find((id) => !known.has(id))
  if (stranger !== undefined) throw new Error(`A report names ${stranger}, which does not exist`)
}

const isRepeat = ({ event }: FiledEvent, known: KnownThings): boolean => {
  const hash = known.events.get(event.id)
  if (hash !== undefined && hash !== event.hash) throw new Refusal('CONFLICT', 'An event with this eventID was captured before and says something else. Events never change: declare the first one an error, and send this under a new eventID.')
  return hash !== undefined
}

const toldOf = (events: readonly FiledEvent[]): Map<string, Involvement[]> => {
  const told = new Map<string, Involvement[]>()
  for (const [id, involvement] of newInvolvements(events)) told.set(id, [...(told.get(id) ?? []), involvement])
  return told
}

const byThing = (told: ReadonlyMap<string, readonly Involvement[]>, ids: Iterable<string>): [string, Involvement][] =>
  [...ids].flatMap((id) => (told.get(id) ?? []).map((involvement): [string, Involvement] => [id, involvement]))

const advanced = (events: readonly FiledEvent[], { stepping, refolding, world }: Gathered, errors: readonly ErrorDeclaration[], known: KnownThings, fresh: ReadonlySet<string>) => {
  const told = toldOf(events)
  const worlds: Worlds = { before: world, after: world.with(byThing(told, refolding), errors) }
  const serials = new Map<string, Advance<SerialState>>()
  const batches = new Map<string, Advance<BatchState>>()
  for (const id of [...stepping, ...refolding]) {
    const steps = stepping.has(id) ? told.get(id) ?? [] : undefined
    const [serial, batch] = [known.serials.get(id), known.batches.get(id)]
    if (serial !== undefined) serials.set(id, steps === undefined ? refoldSerial({ ...serial, isNew: fresh.has(id) }, worlds) : stepSerialOn({ ...serial, isNew: fresh.has(id) }, steps, worlds))
    if (batch !== undefined) batches.set(id, steps === undefined ? refoldBatch({ ...batch, isNew: fresh.has(id) }, worlds) : stepBatchOn({ ...batch, isNew: fresh.has(id) }, steps, worlds))
  }
  return { serials, batches, worlds, told }
}

const factsOf = (ids: Iterable<string>, known: KnownThings): Map<string, Facts> => {
  const facts = new Map<string, Facts>()
  for (const id of ids) {
    const serial = known.serials.get(id)
    const thing = serial ?? known.batches.get(id)
    if (thing !== undefined) facts.set(id, { thing, lot: known.batches.get(serial?.batch ?? '') })
  }
  return facts
}

const finder = (events: readonly FiledEvent[], { stepping }: Gathered, { worlds, told }: ReturnType<typeof advanced>, facts: ReadonlyMap<string, Facts>) => {
  const fresh = new Set(events.map(({ event }) => event.id))
  return (id: string): readonly Found[] => {
    const thing = facts.get(id)?.thing
    if (thing === undefined) return []
    const steps = stepping.has(id) ? told.get(id) ?? [] : stepsOf(id, worlds.after)
    const asked = { steps, isNew: (event: string) => fresh.has(event), context: { places: worlds.after.places, maker: thing.maker } }
    const start = stepping.has(id) ? thing.state : undefined
    return 'serialNumber' in thing ? foundBySerial({ ...asked, start: start as SerialState | undefined }) : foundByLot({ ...asked, start: start as BatchState | undefined })
  }
}

/**
 * The one way in: files events under their event time and brings everything up to date that follows from them, in the
 * transaction of `change`. It keeps what contradicts the record and marks it by findings; who wants to refuse asks the
 * rules before (`known` is then what it has locked and read for that). An event that is there already changes nothing.
 * @throws Refusal CONFLICT where an eventID is there with other content
 */
export const captureEvents = async (change: Transaction, report: Report, known = new KnownThings(change)): Promise<Captured> => {
  const { errors = [] } = report
  const all = report.events.map(filed)
  const fresh = await introduce(change, report)
  await learnNamed(known, all)
  const wrong = await wrongThings(change, known, errors)
  const events = all.filter((event) => !isRepeat(event, known))
  const gathered = await gather(change, known, events, fresh, wrong)
  const advances = advanced(events, gathered, errors, known, fresh)
  const { serials, batches, worlds } = advances
  const spanned = [...gathered.refolding].filter((id) => labelOfId(id) !== undefined)
  await writeCapture(change, { events, errors, serials, batches, spanned, worlds, known })
  const awaited = known.awaited()
  const facts = factsOf([...serials.keys(), ...batches.keys()], known)
  known.forget([...serials.keys(), ...batches.keys()])
  return { events, repeated: all.filter((event) => !events.includes(event)), serials, batches, facts, found: finder(events, gathered, advances, facts), awaited }
}
