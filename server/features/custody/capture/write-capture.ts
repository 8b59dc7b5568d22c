import type { Change } from '../../../record/change.ts'
import type { Statement } from '../../../kernel/cypher.ts'
import { labelOfId } from '../../../kernel/ids.ts'
import { type PutIntoService, setFirstDue, withdrawFirstDue } from '../../service/first-due.cypher.ts'
import { consumedEdges } from '../consumed.rules.ts'
import type { BatchState, SerialState } from '../custody-state.type.ts'
import type { Advance, Worlds } from './advance.rules.ts'
import { writeBatchStates } from './batch.cypher.ts'
import { batchRows, talliesOf } from './batch-rows.rules.ts'
import { writeConsumed } from './consumed.cypher.ts'
import { concernBatches, concernSerials, concernUnits, createEvents, declareErrors } from './event.cypher.ts'
import { concernRows, eventRows } from './event-rows.rules.ts'
import { writeFindings } from './finding.cypher.ts'
import { findingRows } from './finding-rows.rules.ts'
import type { FiledEvent } from './involve.rules.ts'
import type { KnownThings } from './known-things.ts'
import type { ErrorDeclaration } from './report.type.ts'
import { writeSerialStates } from './serial.cypher.ts'
import { serialRows } from './serial-rows.rules.ts'
import { writeContains, writePacks } from './span.cypher.ts'
import { type SpanRow, spanRows, type SpanRows } from './span-rows.rules.ts'
import { writeSupplies } from './supplies.cypher.ts'
import { supplyRows } from './supply-rows.ts'

export interface Writing {
  readonly events: readonly FiledEvent[]
  readonly errors: readonly ErrorDeclaration[]
  readonly serials: ReadonlyMap<string, Advance<SerialState>>
  readonly batches: ReadonlyMap<string, Advance<BatchState>>
  /** Things whose containers may have changed. */
  readonly spanned: readonly string[]
  readonly worlds: Worlds
  readonly known: KnownThings
}

const consumedRows = (events: readonly FiledEvent[], known: KnownThings) =>
  events.filter(({ event }) => event.type === 'TRANSFORMATION').flatMap(({ event, content }) => {
    const things = content.things.flatMap(({ id, role, quantity, unit }) => {
      const batch = labelOfId(id) === 'Batch' ? id : known.serials.get(id)?.batch
      return batch === null || batch === undefined ? [] : [{ role, batch, quantity: quantity ?? undefined, unit: unit ?? undefined }]
    })
    return consumedEdges(things).map((edge) => ({ ...edge, event: event.id }))
  })

type Serials = ReadonlyMap<string, Advance<SerialState>>

const isInService = (state: SerialState | undefined): boolean => state?.status === 'IN_SERVICE'

/** Devices that a report puts into service; also one that was there already, whose day is told anew. */
const putIntoService = (events: readonly FiledEvent[], serials: Serials): PutIntoService[] => {
  const enters = (id: string, bizStep: string | undefined): boolean => {
    const advance = serials.get(id)
    return isInService(advance?.after) && (bizStep === 'putting_into_service' || !isInService(advance?.before))
  }
  return events.flatMap(({ event, content }) => content.things.filter(({ id }) => enters(id, event.bizStep)).map(({ id }) => ({ serial: id, event: event.id, on: event.eventTime.slice(0, 10) })))
}

const leftService = (serials: Serials): string[] => [...serials].flatMap(([id, { before, after }]) => (isInService(before) && !isInService(after) ? [id] : []))

/** What the days of a device's first services follow from, or did before it was declared an error. */
const firstDue = (events: readonly FiledEvent[], errors: readonly ErrorDeclaration[], serials: Serials) => {
  const declared = errors.map(({ event }) => event)
  const [rows, gone] = [putIntoService(events, serials), declared.length === 0 ? [] : leftService(serials)]
  return { set: { rows, declared: rows.length === 0 ? [] : declared }, withdraw: { serials: gone, declared: gone.length === 0 ? [] : declared } }
}

const byLabel = ({ gone, come }: SpanRows) => {
  const of = (rows: readonly SpanRow[], label: string): SpanRow[] => rows.filter(({ thing }) => labelOfId(thing) === label)
  return {
    goneSerials: of(gone, 'Serial'), goneBatches: of(gone, 'Batch'), goneUnits: of(gone, 'LogisticUnit'),
    serials: of(come, 'Serial'), batches: of(come, 'Batch'), units: of(come, 'LogisticUnit'),
  }
}

const isEmpty = (input: object): boolean => Object.values(input).every((value) => (Array.isArray(value) ? value.length === 0 : isEmpty(value as object)))

/** Writes what a report says and what follows from it. The statements go out together, without waiting for each other's answers: they run in this order. */
export const writeCapture = async (change: Pick<Change, 'at' | 'run'>, { events, errors, serials, batches, spanned, worlds, known }: Writing): Promise<void> => {
  const sent: Promise<unknown>[] = []
  const send = <In extends object>(statement: Statement<In, unknown>, input: In): void => {
    if (!isEmpty(input)) sent.push(change.run(statement, input))
  }
  const advanceOf = (thing: string) => serials.get(thing) ?? batches.get(thing)
  send(createEvents, { rows: eventRows(events, change.at) })
  send(concernSerials, { rows: concernRows(events, 'Serial') })
  send(concernBatches, { rows: concernRows(events, 'Batch') })
  send(concernUnits, { rows: concernRows(events, 'LogisticUnit') })
  send(declareErrors, { rows: errors })
  send(writeConsumed, { rows: consumedRows(events, known) })
  send(writeSerialStates, serialRows(serials, known.serials))
  const { set, withdraw } = firstDue(events, errors, serials)
  send(setFirstDue, set)
  send(withdrawFirstDue, withdraw)
  send(writeBatchStates, batchRows(talliesOf(serials, known), batches, known.batches))
  send(writeSupplies, { rows: supplyRows(events, serials, batches, known) })
  send(writePacks, byLabel(spanRows(spanned, worlds.before, worlds.after, 'AGGREGATION', advanceOf)))
  send(writeContains, byLabel(spanRows(spanned, worlds.before, worlds.after, 'ASSOCIATION', advanceOf)))
  send(writeFindings, findingRows([...serials, ...batches], change.at))
  await Promise.all(sent)
}
