import type { EpcisEvent, Json, LdContext } from '../epcis-event.type.ts'
import { isObject, membersOf } from '../epcis-event.type.ts'
import { discreetEvent } from './discreet.rules.ts'
import type { FoundEvent } from './event-page.cypher.ts'

const standard = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'

const entries = (context: LdContext): readonly Json[] => (Array.isArray(context) ? context as readonly Json[] : [context])

const isStandard = (entry: Json): boolean => typeof entry === 'string' && /epcis-context\.jsonld$/.test(entry)

/** The document's extensions, for an event that is told apart from it. */
const extensionsOf = (context: string): readonly Json[] => entries(JSON.parse(context) as LdContext).filter((entry) => !isStandard(entry))

const prefixesOf = (entry: Json): [string, Json][] => (isObject(entry) ? Object.entries(entry) : [])

/** Contexts that the whole answer can have, since no two of them mean something else by one prefix; the others stay with their events. */
const shared = (contexts: readonly (readonly Json[])[]): readonly Json[] => {
  const once = [...new Map(contexts.flat().map((entry) => [JSON.stringify(entry), entry])).values()]
  const meanings = new Map<string, Set<string>>()
  for (const [prefix, meaning] of once.flatMap(prefixesOf)) meanings.set(prefix, (meanings.get(prefix) ?? new Set()).add(JSON.stringify(meaning)))
  return once.filter((entry) => prefixesOf(entry).every(([prefix]) => meanings.get(prefix)?.size === 1))
}

/** An event as it came, with what the hub adds: eventID where it had none, and when it was recorded. */
const eventOf = ({ content, recordTime, eventId, discreet }: FoundEvent, own: readonly Json[]): EpcisEvent => {
  const whole = JSON.parse(content) as EpcisEvent
  const event = discreet ? discreetEvent(whole) : whole
  const context = [...own, ...(event['@context'] === undefined ? [] : entries(event['@context']))]
  return { ...event, ...(eventId !== null && { eventID: eventId }), recordTime, ...(context.length > 0 && { '@context': own.length === 0 ? event['@context'] : context }) } as EpcisEvent
}

/** Whose answer it is. */
export interface AnswerOf {
  readonly queryName?: string | undefined
  readonly subscriptionID?: string
}

/** Events as the answer to a query (EPCIS 2.0, 10.3): an EPCISQueryDocument in JSON-LD. */
export const queryDocument = (rows: readonly FoundEvent[], at: string, written: (event: EpcisEvent) => EpcisEvent, { queryName = 'SimpleEventQuery', subscriptionID }: AnswerOf = {}): object => {
  const contexts = rows.map(({ context, discreet }) => (discreet ? [] : extensionsOf(context)))
  const common = shared(contexts)
  const known = new Set(common.map((entry) => JSON.stringify(entry)))
  const eventList = rows.map((row, index) => membersOf(written(eventOf(row, (contexts[index] ?? []).filter((entry) => !known.has(JSON.stringify(entry)))))))
  return {
    '@context': [standard, ...common], type: 'EPCISQueryDocument', schemaVersion: '2.0', creationDate: at,
    epcisBody: { queryResults: { queryName, ...(subscriptionID !== undefined && { subscriptionID }), resultsBody: { eventList } } },
  }
}
