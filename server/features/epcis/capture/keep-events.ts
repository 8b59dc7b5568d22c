import type { Change } from '../../../record/change.ts'
import { KnownThings } from '../../custody/capture/known-things.ts'
import type { ErrorDeclaration, NewEvent } from '../../custody/capture/report.type.ts'
import { eventIdOf, type NamedEvent, toldEventId } from '../../custody/event-id.rules.ts'
import { declarableEvents } from '../../custody/report/declarable.cypher.ts'
import { tellReporter } from '../../custody/report/declare-error.ts'
import { keepReport } from '../../custody/report/keep-goods.ts'
import { findThings } from '../../custody/report/find-things.cypher.ts'
import { scannedCode } from '../../custody/scanned-code.ts'
import { keepWaiting, type Unknown, type Waiting, waitingId } from '../../custody/waiting/keep-waiting.ts'
import { withdrawWaiting } from '../../custody/waiting/waiting.cypher.ts'
import { isWhole } from '../../custody/waiting/waiting-event.rules.ts'
import { learnPrefixes } from '../company-prefix.cypher.ts'
import { companyPrefixOf } from '../epc-id.rules.ts'
import type { LdContext } from '../epcis-event.type.ts'
import { idsIn } from '../event-columns.rules.ts'
import type { Incoming } from '../intake/spool.ts'
import type { EventError } from '../problem.ts'
import { custodyEventOf, type NamedThing } from './custody-event.rules.ts'
import { type Draft, declares, draftsFor } from './draft.rules.ts'
import { type KnownEpcisEvent, makeEpcs, type NewEpcisEvent, ownEvents, writeEpcisEvents } from './epcis-event.cypher.ts'
import { type Made, makeThings } from './make-things.ts'
import { pendingCorrections } from './pending.ts'
import { findPlaces, isPartyTo, partiesIn, type Parties, type Places } from './parties.ts'
import { readersOf } from './readers.rules.ts'
import { declaredAsMaker, sortDrafts, type SortedDrafts } from './sort-drafts.ts'
import { neededRoles, unknownIn } from './unknown.rules.ts'

export interface Keeping {
  readonly context: LdContext
  /** Id of the capture job, or of nothing. */
  readonly job: string
}

export interface Kept {
  readonly captured: readonly string[]
  readonly repeated: readonly string[]
  readonly errors: readonly EventError[]
}

type CustodyEvent = NewEvent & { readonly eventId: string }

/** A draft with what it means on the hub. */
interface Part {
  readonly draft: Draft
  /** Undefined of a claim, which is about others. */
  readonly parties: Parties | undefined
  readonly custody: CustodyEvent | undefined
  /** What it names that is not known: filed when it is. */
  readonly waiting?: Waiting
}

/** What the drafts name, of what the sender may see; of several that fit, none. */
const thingsNamed = async (change: Change, drafts: readonly Draft[]): Promise<Map<string, NamedThing>> => {
  const uris = [...new Set(drafts.flatMap(({ names }) => names.map(({ uri }) => uri)))]
  const codes = uris.map((uri, index) => ({ ...scannedCode(uri), plain: null, index })).filter(({ di, sscc }) => di !== null || sscc !== null)
  const things = new Map<string, NamedThing>()
  for (const { index, id, units } of codes.length === 0 ? [] : await change.run(findThings, { codes })) things.set(uris[index] ?? '', { id, units })
  return things
}

/** An event that is declared an error already has no effect, in whatever order the two came. */
const declaredWrong = (draft: Draft, { fresh, known }: SortedDrafts): boolean =>
  (known.get(draft.eventId) ?? []).some((one) => one.declares) || fresh.some((one) => declares(one) && one.eventId === draft.eventId)

/** Under the hub's own id where it is the sender's event that the hub gave its eventID: it is that event again. */
const nameOf = ({ eventId }: Draft, own: ReadonlySet<string>, sender: string): NamedEvent => {
  const id = eventIdOf({ eventId })
  return { eventId, id: own.has(id) ? id : toldEventId(eventId, sender) }
}

const partOf = (change: Change, draft: Draft, sorted: SortedDrafts, places: Places, things: ReadonlyMap<string, NamedThing>, own: ReadonlySet<string>): Part => {
  const sender = change.viewer.organization
  const parties = partiesIn(draft.event, places)
  // Whoever took part in an event reads that its maker declared it wrong.
  if (othersDeclared(change, draft, sorted) !== undefined) return { draft, parties, custody: undefined }
  if (!isPartyTo(parties, sender)) return { draft, parties: undefined, custody: undefined }
  const custody = declares(draft) || declaredWrong(draft, sorted) ? undefined : custodyEventOf(draft, parties, things, sender)
  if (custody === undefined) return { draft, parties, custody }
  return { draft, parties, ...effectOf(draft, { ...custody, ...nameOf(draft, own, sender) }, unknownIn(draft, things)) }
}

const effectOf = (draft: Draft, event: CustodyEvent, unknown: readonly Unknown[]): Pick<Part, 'custody' | 'waiting'> => {
  const needs = neededRoles(event, draft, unknown)
  const told = isWhole(event, needs)
  return { custody: told ? event : undefined, ...(unknown.length > 0 && { waiting: { event, needs, told, unknown, source: draft.id } }) }
}

/** Another's event that a draft of the maker's declares an error. */
const othersDeclared = (change: Change, draft: Draft, { known }: SortedDrafts): KnownEpcisEvent | undefined =>
  (declares(draft) ? known.get(draft.eventId)?.find((one) => declaredAsMaker(change, draft, one)) : undefined)

const declarations = (change: Change, sorted: SortedDrafts): ErrorDeclaration[] => sorted.fresh.filter(declares).flatMap((draft) => {
  const { eventId, columns } = draft
  const original = sorted.known.get(eventId)?.find((one) => !one.declares && one.mine) ?? othersDeclared(change, draft, sorted)
  return (original?.custody ?? []).map((event) => ({ event, reason: columns.errorReason ?? 'incorrect_data', at: columns.declaredAt ?? '' }))
})

/** Who reported what the maker declares an error is told. */
const tellReporters = async (change: Change, sorted: SortedDrafts): Promise<void> => {
  const declared = new Map(sorted.fresh.flatMap((draft) => (othersDeclared(change, draft, sorted)?.custody ?? []).map((event) => [event, draft.columns.errorReason ?? 'incorrect_data'] as const)))
  if (declared.size === 0) return
  for (const { id, ...event } of await change.run(declarableEvents, { ids: [...declared.keys()] })) tellReporter(change, id, event, declared.get(id) ?? '')
}

/** What waits for a thing and is declared an error. */
const withdrawn = ({ fresh, known }: SortedDrafts): string[] =>
  fresh.filter(declares).flatMap(({ eventId }) => (known.get(eventId) ?? []).filter(({ declares, mine }) => mine && !declares).map(({ id }) => waitingId(id)))

/** Only things that an event takes up are made: a claim makes nothing. */
const madeFor = (events: readonly CustodyEvent[], made: Made) => {
  const used = new Set(events.flatMap(({ things }) => things.map(({ id }) => id)))
  const serials = [...made.serials.values()].filter(({ id }) => used.has(id))
  const lots = new Set(serials.map(({ batch }) => batch))
  return { serials, batches: [...made.batches.values()].filter(({ id }) => used.has(id) || lots.has(id)), units: [...made.units.values()].filter(({ id }) => used.has(id)) }
}

/** Custody, stock and genealogy follow, through the same door as every report. */
const keepInCustody = async (change: Change, parts: readonly Part[], sorted: SortedDrafts, made: Made, known: KnownThings): Promise<void> => {
  const events = parts.flatMap(({ custody }) => custody ?? [])
  const errors = declarations(change, sorted)
  if (events.length + errors.length === 0) return
  await keepReport(change, { events, errors, ...madeFor(events, made) }, known)
  await tellReporters(change, sorted)
}

const rowOf = ({ draft, custody }: Part, openTo: NewEpcisEvent['openTo'], { context, job }: { readonly context: string; readonly job: string }, change: Change): NewEpcisEvent => ({
  id: draft.id, custody: custody === undefined ? null : eventIdOf(custody), openTo,
  eventPlace: `${draft.columns.eventTime}|${draft.id}`, recordPlace: `${change.at}|${draft.id}`,
  names: draft.names.map(({ uri, role, isClass }) => ({ uri, role, isClass })),
  properties: {
    ...draft.columns, eventId: draft.eventId, hash: draft.hash, reporter: change.viewer.organization, recordTime: change.at, job,
    content: JSON.stringify(draft.event), context,
  },
})

const prefixesIn = (drafts: readonly Draft[]): string[] => drafts.flatMap(({ event }) => idsIn(event).flatMap((id) => companyPrefixOf(id) ?? []))

/**
 * Keeps events in one transaction: each whole, as it came, and what concerns the hub's things with all that follows from
 * it. An event that is there already changes nothing; one that cannot be is told in `errors`, and the others are kept.
 */
export const keepEvents = async (change: Change, incoming: readonly Incoming[], keeping: Keeping): Promise<Kept> => {
  const sender = change.viewer.organization
  const sorted = await sortDrafts(change, incoming.map(draftsFor(sender, keeping.context)))
  const { fresh, repeated, errors } = sorted
  const places = await findPlaces(change, fresh)
  const found = await thingsNamed(change, fresh)
  const known = new KnownThings(change)
  await known.learn([...found.values()].map(({ id }) => id))
  const made = await makeThings(change, fresh, found)
  const things = new Map([...found, ...[...made.ids].map(([uri, id]): [string, NamedThing] => [uri, { id, units: null }])])
  const own = new Set((await change.run(ownEvents, { ids: fresh.map(({ eventId }) => eventIdOf({ eventId })) })).map(({ id }) => id))
  const parts = fresh.map((draft) => partOf(change, draft, sorted, places, things, own))
  const source = { context: JSON.stringify(keeping.context), job: keeping.job }
  const rows = parts.map((part) => rowOf(part, readersOf(part.draft, part.parties, things, known, change.viewer), source, change))
  await keepInCustody(change, parts, sorted, made, known)
  if (rows.length > 0) {
    await change.run(learnPrefixes, { digits: prefixesIn(fresh) })
    await change.run(makeEpcs, { uris: rows.flatMap(({ names }) => names.map(({ uri }) => uri)) })
    await Promise.all([change.run(writeEpcisEvents, { rows }), ...pendingCorrections(change, sorted)])
  }
  const gone = withdrawn(sorted)
  if (gone.length > 0) await change.run(withdrawWaiting, { ids: gone, at: change.at })
  await keepWaiting(change, parts.flatMap(({ waiting }) => waiting ?? []))
  return { captured: fresh.map(({ eventId }) => eventId), repeated: repeated.map(({ eventId }) => eventId), errors }
}
