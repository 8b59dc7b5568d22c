import { getNamedType, type GraphQLArgument, type GraphQLNamedType, type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql'

/** A type, or a member of one: a field, an input's field, an enum's value, a union's type. */
export interface SchemaEntry {
  /** `Batch`, or `Batch.serials`. */
  readonly path: string
  /** What it takes and gives, as in the schema: `(first: Int): SerialConnection!`. */
  readonly signature: string
  /** The type to look at next. */
  readonly leadsTo: string | null
  readonly description: string
}

const shown = 60

const argumentsText = (args: readonly GraphQLArgument[]) => args.length ? `(${args.map(({ name, type }) => `${name}: ${String(type)}`).join(', ')})` : ''

function membersOf(type: GraphQLNamedType): SchemaEntry[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, signature: `${argumentsText(field.args)}: ${String(field.type)}`, leadsTo: getNamedType(field.type).name, description: field.description ?? '' }))
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, signature: `: ${String(field.type)}`, leadsTo: getNamedType(field.type).name, description: field.description ?? '' }))
  }
  if (isEnumType(type)) return type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, signature: '', leadsTo: null, description: description ?? '' }))
  if (isUnionType(type)) return type.getTypes().map(({ name, description }) => ({ path: `${type.name}.${name}`, signature: '', leadsTo: name, description: description ?? '' }))
  return []
}

const asEntry = ({ name, description }: GraphQLNamedType): SchemaEntry => ({ path: name, signature: '', leadsTo: name, description: description ?? '' })

/** The smaller, the better the match; null for none. */
function rank({ path, description }: SchemaEntry, wanted: string): number | null {
  const name = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (path.toLowerCase().includes(wanted)) return 2
  return description.toLowerCase().includes(wanted) ? 3 : null
}

/** Types and members by a part of their name or description; `Batch.` gives all of a type's own, nothing gives what can be asked. */
export function searchSchema(schema: GraphQLSchema, text: string): SchemaEntry[] {
  const wanted = text.trim().toLowerCase() || 'query.'
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const whole = types.find(({ name }) => `${name.toLowerCase()}.` === wanted)
  if (whole) return membersOf(whole)
  const found = types.flatMap((type) => [asEntry(type), ...membersOf(type)]).flatMap((entry) => {
    const place = rank(entry, wanted)
    return place === null ? [] : [{ entry, place }]
  })
  return found.sort((a, b) => a.place - b.place || a.entry.path.length - b.entry.path.length).slice(0, shown).map(({ entry }) => entry)
}
