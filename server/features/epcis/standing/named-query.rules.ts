import { isObject, type JsonObject } from '../epcis-event.type.ts'
import { Problem } from '../problem.ts'
import { queryOf, wrongQuery } from '../query/parameters.ts'

const invalid = (detail: string): Problem => new Problem('ValidationException', 'The query was not kept', detail)

/** As in addresses, where names are. */
const nameShape = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/

/** Not a part of what is asked: contexts of extensions, and how an answer is cut into pages. */
const aside = ['@context', 'perPage', 'nextPageToken']

const textOf = (name: string, value: unknown): string => {
  const values = Array.isArray(value) ? value as readonly unknown[] : [value]
  if (values.every((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')) return values.map(String).join('|')
  throw wrongQuery(`${name} is a text, a number or a list of texts.`)
}

/** What GS1's query language in JSON says as parameters of an address. */
export const parametersOf = (definition: JsonObject): URLSearchParams =>
  new URLSearchParams(Object.entries(definition).filter(([name]) => !aside.includes(name)).map(([name, value]) => [name, textOf(name, value)]))

/** A query that is kept under a name. @throws Problem where it is none that the hub can answer */
export const definitionIn = (body: unknown): { name: string; definition: JsonObject } => {
  if (!isObject(body) || typeof body['name'] !== 'string' || !isObject(body['query'])) throw invalid('Give a name and the query, as {"name": "shipped", "query": {"EQ_bizStep": ["shipping"]}}.')
  const { name, query } = body
  if (!nameShape.test(name)) throw invalid('A name has at most 100 letters, digits, and . _ ~ - between them.')
  const definition = query as JsonObject
  // Refuses what it cannot be asked.
  queryOf(parametersOf(definition))
  return { name, definition }
}
