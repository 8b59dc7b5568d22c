import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import { openToViewer, tellsOfUnnamed } from '../open-to-viewer.ts'
import { askedOfParties, askedOpenly, fits } from './asked.ts'
import type { EventFilter, NameFilter } from './filter.ts'

export interface PageInput {
  readonly filter: EventFilter
  /** What the page is anchored at: the identifiers of one of the names, or eventIDs. */
  readonly anchor: Pick<NameFilter, 'uris' | 'prefixes'>
  readonly after: string
  readonly limit: number
  /** So many characters at most, and one event at least. */
  readonly text: number
}

export interface FoundEvent {
  readonly place: string
  /** The last of a page for which the text of more was too long. */
  readonly isCut: boolean
  /** Null where it could tell whose it is. */
  readonly eventId: string | null
  readonly recordTime: string
  /** JSON, as it came. */
  readonly content: string
  readonly context: string
  /** Only what happened to which things is told (discreet.rules.ts). */
  readonly discreet: boolean
}

/** By places, parties and papers, and by numbers that are made of them. */
const asksWho = part`($in.filter.readPoints IS NOT NULL OR $in.filter.bizLocations IS NOT NULL OR size($in.filter.bizTransactions) + size($in.filter.sources) + size($in.filter.destinations) > 0
  OR $in.filter.transformationIds IS NOT NULL OR $in.filter.correctiveEventIds IS NOT NULL OR $in.filter.eventIds IS NOT NULL AND NOT told.eventId STARTS WITH 'urn:uuid:')`

const asked = part`${askedOpenly}
  AND ${askedOfParties}
  AND all(wanted IN $in.filter.names WHERE EXISTS {
    MATCH (told)-[named:NAMES]->(epc:Epc)
    WHERE named.role IN wanted.roles AND (wanted.isClass IS NULL OR named.isClass = wanted.isClass) AND (epc.uri IN wanted.uris OR any(prefix IN wanted.prefixes WHERE epc.uri STARTS WITH prefix))
  })
  AND NOT (${asksWho} AND ${tellsOfUnnamed})`

interface Order {
  /** Property of OPEN_TO, in whose order the index gives the events. */
  readonly stored: Part
  readonly place: Part
  readonly beyond: Part
  readonly direction: Part
}

const byEventTime = { stored: part`open.eventPlace`, place: part`told.eventTime + '|' + told.id` }
const byRecordTime = { stored: part`open.recordPlace`, place: part`told.recordTime + '|' + told.id` }
const rising = { beyond: part`place > $in.after`, direction: part`ASC` }
const falling = { beyond: part`($in.after = '' OR place < $in.after)`, direction: part`DESC` }

const answer = (direction: Part): Part => part`WITH told, place, size(told.content) + size(told.context) AS length
${fits(part`{told: told, place: place}`, part`place ${direction}`)}
WITH one.told AS told, one.place AS place, isLast, isCut
WITH told, place, isLast, isCut, ${tellsOfUnnamed} AS discreet
RETURN place, isLast AND isCut AS isCut, CASE WHEN NOT discreet OR told.eventId STARTS WITH 'urn:uuid:' THEN told.eventId END AS eventId, told.recordTime AS recordTime, told.content AS content, told.context AS context, discreet
ORDER BY place ${direction}`

/** All that the viewer may see, in the order of the index over its organization, which stops at the page's end. */
const mine = ({ stored, beyond, direction }: Order) => cypher<PageInput, FoundEvent>()`
MATCH (told:EpcisEvent)-[open:OPEN_TO]->()
WHERE open.organization = $viewer.organization AND ${stored} > '' AND (NOT open.internal OR $viewer.internal)
WITH told, open, ${stored} AS place
WHERE ${beyond} AND ${asked}
WITH told, open, place ORDER BY open.organization ${direction}, ${stored} ${direction} LIMIT toInteger($in.limit)
${answer(direction)}
`

const anchored = (anchor: Part, { place, beyond, direction }: Order) => cypher<PageInput, FoundEvent>()`
${anchor}
WITH DISTINCT told, ${place} AS place
WHERE ${beyond} AND ${openToViewer} AND ${asked}
WITH told, place ORDER BY place ${direction} LIMIT toInteger($in.limit)
${answer(direction)}
`

/** How many there are, up to a limit: their contents, of any size, stay where they are. */
const counted = (found: Part) => cypher<Omit<PageInput, 'after' | 'text'>, { total: number }>()`
${found} AND ${asked}
WITH DISTINCT told LIMIT toInteger($in.limit)
RETURN count(*) AS total
`

const namedThings = part`
CALL () {
  UNWIND $in.anchor.uris AS uri MATCH (epc:Epc {uri: uri}) RETURN epc
  UNION
  UNWIND $in.anchor.prefixes AS prefix MATCH (epc:Epc) WHERE epc.uri STARTS WITH prefix RETURN epc
}
MATCH (epc)<-[:NAMES]-(told:EpcisEvent)`

const namedEvents = part`UNWIND $in.filter.eventIds AS eventId MATCH (told:EpcisEvent {eventId: eventId})`

const ordered = (page: (order: Order) => ReturnType<typeof mine>) => ({
  eventTime: { ASC: page({ ...byEventTime, ...rising }), DESC: page({ ...byEventTime, ...falling }) },
  recordTime: { ASC: page({ ...byRecordTime, ...rising }), DESC: page({ ...byRecordTime, ...falling }) },
})

const openEvents = part`MATCH (told:EpcisEvent)-[open:OPEN_TO]->()
WHERE open.organization = $viewer.organization AND open.eventPlace > '' AND (NOT open.internal OR $viewer.internal)`

export const eventCounts = {
  all: counted(openEvents),
  names: counted(part`${namedThings} WHERE ${openToViewer}`),
  eventIds: counted(part`${namedEvents} WHERE ${openToViewer}`),
}

/** Pages of events, by what they are found by and by their order. */
export const eventPages = {
  all: ordered(mine),
  names: ordered((order) => anchored(namedThings, order)),
  eventIds: ordered((order) => anchored(namedEvents, order)),
}
