import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import schema from './schema/EPCIS-JSON-Schema.json' with { type: 'json' }
import { eventTypes, isObject, type JsonObject } from './epcis-event.type.ts'

/** Equal for equal values, in whatever order members stand. */
const asText = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort()) : inner))

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true })
addFormats.default(ajv)
// Ajv compares each with each other: a list of 100,000 EPCs would keep the hub busy for half a minute.
ajv.removeKeyword('uniqueItems')
ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', error: { message: 'must NOT have duplicate items' }, validate: (wanted: boolean, list: readonly unknown[]) => !wanted || new Set(list.map(asText)).size === list.length })
ajv.addSchema(schema)

const definition = (name: string): ValidateFunction => ajv.compile({ $ref: `${schema.$id}#/definitions/${name}` })

const byType = new Map(eventTypes.map((type) => [type as string, definition(type)]))
const extended = definition('Extended-Event')
const documents = new Map([['EPCISDocument', definition('epcisDocument')], ['EPCISQueryDocument', definition('epcisQueryDocument')]])

// These only say that what is inside them failed.
const wrappers = new Set(['anyOf', 'oneOf', 'allOf', 'if', 'not'])

const depth = ({ instancePath }: ErrorObject): number => instancePath.split('/').length

const words = ({ keyword, params, message, propertyName }: ErrorObject): string => {
  if (keyword === 'required') return `${String(params['missingProperty'])} is missing`
  if (keyword === 'propertyNames') return `${String(params['propertyName'])} is no member of the standard here; an extension has a prefix, as example:${String(params['propertyName'])}`
  if (keyword === 'enum') return `must be one of ${(params['allowedValues'] as string[]).slice(0, 8).join(', ')}${(params['allowedValues'] as string[]).length > 8 ? ' …' : ''}`
  if (keyword === 'format') return `must be written as ${String(params['format'])}`
  return `${propertyName ?? ''} ${message ?? keyword}`.trim()
}

const where = (path: string): string => (path === '' ? 'the event' : path.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~'))

/** Of all that a schema says against a value, what tells most: the deepest places, each once. */
const reasonsOf = (errors: readonly ErrorObject[]): string[] => {
  const telling = errors.filter(({ keyword, propertyName }) => !wrappers.has(keyword) && (propertyName === undefined || keyword === 'propertyNames'))
  const decided = new Set(telling.filter(({ keyword }) => keyword === 'propertyNames').map(({ instancePath }) => instancePath))
  const listed = new Set(telling.filter(({ keyword }) => keyword === 'enum').map(({ instancePath }) => instancePath))
  const needless = ({ keyword, instancePath }: ErrorObject): boolean => (keyword === 'enum' || keyword === 'format') && decided.has(instancePath) || keyword === 'format' && listed.has(instancePath)
  const named = telling.length === 0 ? errors : telling.filter((error) => !needless(error))
  const sorted = [...named].sort((one, other) => depth(other) - depth(one))
  return [...new Set(sorted.map((error) => `${where(error.instancePath)}: ${words(error)}`))].slice(0, 5)
}

const held = (validate: ValidateFunction, value: unknown, excused?: string): string[] => {
  if (validate(value)) return []
  const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== excused)
  return errors.every(({ keyword }) => wrappers.has(keyword)) && errors.length !== validate.errors?.length ? [] : reasonsOf(errors)
}

// The schema knows it on Object and Transformation events only, CBV 2.0's text on Aggregation events too: kept, without an effect.
const withoutExcused = (event: JsonObject): JsonObject => {
  const { persistentDisposition, ...rest } = event
  return event['type'] === 'AggregationEvent' && persistentDisposition !== undefined ? rest : event
}

/** Every value may be wrong in several ways, all of which the schema tells. An event of 100,000 EPCs has as many values, one of as many quantities four times so. */
const mostValues = 500_000

const isTooLarge = (event: unknown): boolean => {
  const open = [event]
  for (let count = 0; open.length > 0; count += 1) {
    const value = open.pop()
    if (count + open.length > mostValues) return true
    if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) open.push(inner)
  }
  return false
}

/** What GS1's schema says against an event, formats enforced; nothing where it is valid. XML's own schema lets a list name a thing twice. */
export const eventReasons = (event: unknown, notation: 'JSON' | 'XML' = 'JSON'): string[] => {
  if (isTooLarge(event)) return [`the event: it holds more than ${mostValues} values; tell it in several`]
  if (!isObject(event) || typeof event['type'] !== 'string') return ['the event: type is missing: give ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent or AssociationEvent']
  return held(byType.get(event['type']) ?? extended, withoutExcused(event), notation === 'XML' ? 'uniqueItems' : undefined)
}

/** The same of a document whose list of events was taken out. */
export const documentReasons = (document: unknown): string[] => {
  const type = isObject(document) ? document['type'] : undefined
  const validate = typeof type === 'string' ? documents.get(type) : undefined
  return validate === undefined ? ['the document: type must be EPCISDocument or EPCISQueryDocument'] : held(validate, document).map((reason) => reason.replace('the event', 'the document'))
}
