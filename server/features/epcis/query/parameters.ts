import { cbvName, type CbvKind } from '../cbv.rules.ts'
import { canonicalId } from '../epc-id.rules.ts'
import { Problem } from '../problem.ts'
import { anyQuantity, anyTime, type EventFilter, everything, type NameFilter, type QuantityFilter, type Span } from './filter.ts'

/** The parts of a filter that can be changed while it is read. */
type Draft = { -readonly [key in keyof EventFilter]: EventFilter[key] }

type Read = (filter: Draft, values: readonly string[], name: string) => void

export const wrongQuery = (detail: string): Problem => new Problem('QueryParameterException', 'The query cannot be answered', detail)

const list = (key: 'types' | 'actions' | 'bizSteps' | 'dispositions' | 'dispositionsSet' | 'dispositionsUnset' | 'readPoints' | 'bizLocations' | 'readPointsWithin' | 'bizLocationsWithin' | 'transformationIds' | 'eventIds' | 'errorReasons' | 'correctiveEventIds', as: (value: string) => string = (value) => value): Read =>
  (filter, values) => void (filter[key] = values.map(as))

const word = (kind: CbvKind) => (value: string): string => cbvName(kind, value)

const momentIn = (value: string, name: string): string => {
  const time = /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw wrongQuery(`${name} is a date and time with its offset, as 2026-11-22T08:00:00.000+08:00.`)
  return new Date(time).toISOString()
}

const moment = (key: 'eventTime' | 'recordTime' | 'declaredAt', end: keyof Span): Read =>
  (filter, [value = ''], name) => void (filter[key] = { ...filter[key], [end]: momentIn(value, name) })

const number = (bound: keyof QuantityFilter): Read => (filter, [value = ''], name) => {
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(value)) throw wrongQuery(`${name} is a number.`)
  filter.quantity = { ...(filter.quantity ?? anyQuantity), [bound]: Number(value) }
}

const things = ['EPC', 'CHILD']
const anything = ['EPC', 'CHILD', 'PARENT', 'INPUT', 'OUTPUT']

const isPattern = (value: string): boolean => value.startsWith('urn:epc:idpat:')

/** Things by their identifiers, in whatever form: a pattern stands for all that begin so. */
export const nameFilter = (values: readonly string[], roles: readonly string[], isClass: boolean | null): NameFilter => ({
  uris: values.map(canonicalId), prefixes: values.filter(isPattern).map((value) => `${canonicalId(value)}/`), roles, isClass,
})

const names = (roles: readonly string[], isClass: boolean): Read => (filter, values) => void (filter.names = [...filter.names, nameFilter(values, roles, isClass)])

const flag: Read = (filter, [value], name) => {
  if (value !== 'true' && value !== 'false') throw wrongQuery(`${name} is true or false.`)
  filter.declared = value === 'true'
}

const parameters: Readonly<Record<string, Read>> = {
  eventType: list('types'), EQ_action: list('actions'), EQ_bizStep: list('bizSteps', word('bizStep')), EQ_disposition: list('dispositions', word('disposition')),
  EQ_persistentDisposition_set: list('dispositionsSet', word('disposition')), EQ_persistentDisposition_unset: list('dispositionsUnset', word('disposition')),
  EQ_readPoint: list('readPoints', canonicalId), EQ_bizLocation: list('bizLocations', canonicalId), EQ_transformationID: list('transformationIds', canonicalId),
  WD_readPoint: list('readPointsWithin', canonicalId), WD_bizLocation: list('bizLocationsWithin', canonicalId),
  EQ_quantity: number('is'), GT_quantity: number('above'), GE_quantity: number('least'), LT_quantity: number('below'), LE_quantity: number('most'),
  EQ_eventID: list('eventIds'), EQ_errorReason: list('errorReasons', word('errorReason')), EQ_correctiveEventID: list('correctiveEventIds'), EXISTS_errorDeclaration: flag,
  GE_eventTime: moment('eventTime', 'from'), LT_eventTime: moment('eventTime', 'until'), GE_recordTime: moment('recordTime', 'from'), LT_recordTime: moment('recordTime', 'until'),
  GE_errorDeclarationTime: moment('declaredAt', 'from'), LT_errorDeclarationTime: moment('declaredAt', 'until'),
  MATCH_epc: names(things, false), MATCH_parentID: names(['PARENT'], false), MATCH_inputEPC: names(['INPUT'], false), MATCH_outputEPC: names(['OUTPUT'], false), MATCH_anyEPC: names(anything, false),
  MATCH_epcClass: names(things, true), MATCH_inputEPCClass: names(['INPUT'], true), MATCH_outputEPCClass: names(['OUTPUT'], true), MATCH_anyEPCClass: names(anything, true),
}

const pairs = { bizTransaction: ['bizTransactions', 'bizTransaction'], source: ['sources', 'sourceDestination'], destination: ['destinations', 'sourceDestination'] } as const

/** `EQ_bizTransaction_po` and the like: the type is a part of the name. */
const readPair = (filter: Draft, name: string, values: readonly string[]): boolean => {
  const [, of, type = ''] = /^EQ_(bizTransaction|source|destination)_(.*)$/.exec(name) ?? []
  if (of === undefined) return false
  const [key, kind] = pairs[of as keyof typeof pairs]
  filter[key] = [...filter[key], values.map((value) => `${cbvName(kind, type)}|${canonicalId(value)}`)]
  return true
}

export interface Query {
  readonly filter: EventFilter
  readonly orderBy: 'eventTime' | 'recordTime'
  readonly direction: 'ASC' | 'DESC'
  /** No more than these, on all pages together. */
  readonly eventCountLimit: number | undefined
  /** Rather none than more than these. */
  readonly maxEventCount: number | undefined
}

const oneOf = <Value extends string>(name: string, given: string | null, allowed: readonly [Value, ...Value[]]): Value => {
  const found = given === null ? allowed[0] : allowed.find((value) => value === given)
  if (found === undefined) throw wrongQuery(`${name} is ${allowed.join(' or ')}.`)
  return found
}

const countOf = (name: string, given: string | null): number | undefined => {
  if (given === null) return undefined
  if (!/^[1-9]\d{0,8}$/.test(given)) throw wrongQuery(`${name} is a whole number from 1.`)
  return Number(given)
}

const aside = new Set(['orderBy', 'orderDirection', 'eventCountLimit', 'maxEventCount', 'perPage', 'nextPageToken'])

/**
 * The query of a request (EPCIS 2.0, 8.2.7.1): several values of a parameter are separated by `|`.
 * @throws Problem for a parameter that the hub does not know, or a value that means nothing
 */
export const queryOf = (search: URLSearchParams, path: Partial<EventFilter> = {}): Query => {
  const filter: Draft = { ...everything, eventTime: anyTime, ...path }
  for (const [name, text] of search) {
    if (aside.has(name)) continue
    const values = text.split('|').filter((value) => value !== '')
    if (values.length === 0) throw wrongQuery(`${name} has no value.`)
    const read = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (read !== undefined) read(filter, values, name)
    else if (!readPair(filter, name, values)) throw wrongQuery(`The hub knows no query parameter ${name}.`)
  }
  const [eventCountLimit, maxEventCount] = [countOf('eventCountLimit', search.get('eventCountLimit')), countOf('maxEventCount', search.get('maxEventCount'))]
  if (eventCountLimit !== undefined && maxEventCount !== undefined) throw wrongQuery('Give eventCountLimit or maxEventCount, not both.')
  return { filter, eventCountLimit, maxEventCount, orderBy: oneOf('orderBy', search.get('orderBy'), ['eventTime', 'recordTime']), direction: oneOf('orderDirection', search.get('orderDirection'), ['DESC', 'ASC']) }
}
