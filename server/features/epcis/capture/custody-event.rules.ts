import { labelOfId } from '../../../kernel/ids.ts'
import type { EventType } from '../../custody/custody-event.type.ts'
import type { EventThing } from '../../custody/event-content.rules.ts'
import type { NewEvent } from '../../custody/capture/report.type.ts'
import { decoded } from '../decoded.ts'
import type { EpcisName } from '../event-columns.rules.ts'
import type { Draft } from './draft.rules.ts'
import type { Parties } from './parties.ts'

/** What a name of an event stands for on the hub; `units` where it is a package with so many inside. */
export interface NamedThing {
  readonly id: string
  readonly units: number | null
}

const types: Readonly<Record<string, EventType>> = {
  ObjectEvent: 'OBJECT', AggregationEvent: 'AGGREGATION', TransactionEvent: 'TRANSACTION', TransformationEvent: 'TRANSFORMATION', AssociationEvent: 'ASSOCIATION',
}

/** The hub's own steps, which the CBV does not have: implanting, explanting and the like. */
const ownStep = /^urn:devicetrail:bizstep:/

export const stepOf = ({ columns }: Draft): string | null => columns.bizStep?.replace(ownStep, '') ?? null

const documents = ['desadv', 'recadv', 'po', 'inv']

/** The number of the delivery note or order, as the last part of its identifier. */
const documentNumberOf = ({ columns }: Draft): string | null => {
  const pairs = columns.bizTransactions.map((pair) => pair.split('|') as [string, string])
  const found = documents.flatMap((type) => pairs.filter(([kind]) => kind === type))[0]
  return decoded(found?.[1].split(/[:/]/).at(-1) ?? '').slice(0, 100) || null
}

/** Whoever judges a lot without a quantity means it as such, if it is its own, or all that it has of it. */
const judging = new Set(['inspecting', 'holding', 'repairing'])

// A lot takes part by a quantity, or where it is judged; a serial or carton by itself: whatever is told otherwise stays in the content alone.
const thingOf = ({ role, isClass, quantity, unit }: EpcisName, { id, units }: NamedThing, step: string | null): EventThing[] => {
  const isBatch = labelOfId(id) === 'Batch'
  if (isBatch && isClass && quantity === null && role === 'EPC' && judging.has(step ?? '')) return [{ id, role }]
  if (isBatch !== isClass || isBatch && !(quantity !== null && quantity > 0)) return []
  return [{ id, role, ...(isBatch && { quantity: (quantity ?? 0) * (units ?? 1), unit: unit ?? 'EA' }) }]
}

// GS1 has persistentDisposition on these two; on others it is taken in and has no effect (gs1/EPCIS #440).
const lasts: ReadonlySet<EventType> = new Set<EventType>(['OBJECT', 'TRANSFORMATION'])

const told = (field: 'dispositionsSet' | 'dispositionsUnset', words: readonly string[]) => (words.length === 0 ? {} : { [field]: words })

/** What custody and genealogy need to know of an event, with those of its things that the hub knows; undefined of a type that they do not know. */
export const custodyEventOf = (draft: Draft, parties: Parties, things: ReadonlyMap<string, NamedThing>, reportedBy: string): NewEvent | undefined => {
  const type = types[draft.columns.type]
  const named = draft.names.flatMap((name) => {
    const thing = things.get(name.uri)
    return thing === undefined ? [] : thingOf(name, thing, stepOf(draft))
  })
  if (type === undefined) return undefined
  const { action, disposition, eventTime, dispositionsSet, dispositionsUnset } = draft.columns
  return {
    type, ...(action !== null && { action: action as NonNullable<NewEvent['action']> }), bizStep: stepOf(draft), disposition, ...(lasts.has(type) && { ...told('dispositionsSet', dispositionsSet), ...told('dispositionsUnset', dispositionsUnset) }), eventTime, timeZoneOffset: draft.event.eventTimeZoneOffset,
    site: parties.site ?? null, from: parties.from ?? null, to: parties.to ?? null, owner: parties.owner ?? null, reportedBy, documentNumber: documentNumberOf(draft), things: named, eventId: draft.eventId,
  }
}
