import type { Readable } from 'node:stream'
import type { Held } from '../../../kernel/allowance.ts'
import { type EpcisEvent, isObject, type Json, type LdContext } from '../epcis-event.type.ts'
import { type EventError, Problem } from '../problem.ts'
import { documentReasons, eventReasons } from '../validate-event.ts'
import { EventCutter } from './event-cutter.ts'
import { openSpool, type Spool } from './spool.ts'

/** Bytes of a document. */
export const largestDocument = 104_857_600
/** Of a document in which everything is wrong, the first errors say what to mend. */
const mostErrors = 100

/** What cuts a document, of whatever notation, into its events and the rest. */
export interface DocumentReader {
  readonly notation: 'JSON' | 'XML'
  /** @throws Error where it is not well-formed */
  push(chunk: string): readonly Json[]
  /** The document without events. @throws Error where it is not well-formed */
  end(): Json
}

export interface TakenIn {
  readonly spool: Spool
  /** Of the events that were left out. */
  readonly errors: readonly EventError[]
  readonly total: number
}

/** JSON-LD: an event that is no JSON is told as one, not as the whole document's end. */
export const jsonReader = (): DocumentReader => {
  const cutter = new EventCutter()
  return { notation: 'JSON', push: (chunk) => cutter.push(chunk).map((text) => JSON.parse(text) as Json), end: () => JSON.parse(cutter.document()) as Json }
}

/** What the sender can mend, told to it; a full disk and the like stay what they are. */
const unreadable = (error: unknown): unknown =>
  error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError
    ? new Problem('ValidationException', 'The document cannot be read', error.message)
    : error

/** A body as text, piece by piece. @param most bytes. @throws Problem where there are more, TypeError where it is not UTF-8 */
export async function* textOf(body: Readable, most = largestDocument): AsyncGenerator<string> {
  let bytes = 0
  let first = true
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new Problem('CaptureLimitExceededException', 'The document is too large', `It has at most ${most} bytes: send it in parts.`)
    const text = decoder.decode(chunk, { stream: true })
    yield first ? text.replace(/^\uFEFF/, '') : text
    first = false
  }
  decoder.decode()
}

const errorOf = (event: Json, place: number, reasons: readonly string[]): EventError => {
  const eventID = isObject(event) && typeof event['eventID'] === 'string' ? event['eventID'] : undefined
  return { event: place, eventID, type: 'epcisException:ValidationException', detail: reasons.join('; ') }
}

/**
 * Reads a document as it arrives: each event is held against the schema, and what is valid waits in a spool.
 * @param folder of this node's spools
 * @param room what the organization may have waiting
 * @throws Problem where the document itself is not valid, Busy where there is no room
 */
export const takeIn = async (body: Readable, reader: DocumentReader, folder: string, room: Held): Promise<TakenIn> => {
  const spool = await openSpool(folder, room)
  const errors: EventError[] = []
  let total = 0
  const sorted = (event: Json) => {
    const reasons = eventReasons(event, reader.notation)
    total += 1
    if (reasons.length > 0 && errors.length < mostErrors) errors.push(errorOf(event, total, reasons))
    return reasons.length > 0 ? [] : [{ place: total, event: event as unknown as EpcisEvent }]
  }
  try {
    for await (const text of textOf(body)) await spool.add(reader.push(text).flatMap(sorted))
    const document = reader.end()
    const reasons = documentReasons(document)
    if (reasons.length > 0) throw new Problem('ValidationException', 'The document is not valid EPCIS 2.0', reasons.join('; '))
    return { spool: await spool.full(isObject(document) ? (document['@context'] as LdContext) : []), errors, total }
  } catch (error) {
    await spool.drop()
    throw unreadable(error)
  }
}
