import { getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLOutputType, type GraphQLSchema, isInterfaceType, isNonNullType, isObjectType, isUnionType, Kind, parse, print } from 'graphql'

/** Objects within each other, and rows of the outer and the inner lists: what a person could page to, within the hub's limits. */
const deepest = 7
const rowsOf = (lists: number): number => ([40, 8, 3][lists] ?? 2)

type Field = GraphQLField<unknown, unknown>

const fieldsOf = (type: GraphQLNamedType): Field[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined)) : []

const isPlain = (field: Field): boolean => fieldsOf(getNamedType(field.type)).length === 0 && !isUnionType(getNamedType(field.type))

const pageOf = ({ args }: Field, lists: number): string => (args.some(({ name }) => name === 'first') ? `(first: ${rowsOf(lists)})` : '')

/** Everything below a type; no type within itself, but for parties and places, which lead nowhere. */
const below = (type: GraphQLOutputType, above: readonly string[], lists: number): string => {
  const named = getNamedType(type)
  if (isUnionType(named)) return ` { __typename ${named.getTypes().map((member) => `... on ${member.name}${below(member, above, lists)}`).join(' ')} }`
  const fields = fieldsOf(named)
  if (fields.length === 0) return ''
  const path = [...above, named.name]
  const nested = fields.flatMap((field) => {
    const next = getNamedType(field.type).name
    if (isPlain(field)) return [field.name]
    return path.includes(next) || path.length >= deepest ? [] : [`${field.name}${pageOf(field, lists)}${below(field.type, path, lists + (field.args.some(({ name }) => name === 'first') ? 1 : 0))}`]
  })
  return ` { ${nested.length > 0 ? nested.join(' ') : '__typename'} }`
}

/**
 * All that an operation can answer, as documents that ask for one branch each: its own arguments as `query` gives them,
 * and every field that can be asked without more. A field that the schema gets is so asked for, whoever wrote it.
 */
export const wholeAnswers = (schema: GraphQLSchema, operation: string, query: string): string[] => {
  const [definition] = parse(query).definitions
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${query} is no operation`)
  const [asked] = definition.selectionSet.selections
  const field = schema.getQueryType()?.getFields()[operation]
  if (asked?.kind !== Kind.FIELD || asked.name.value !== operation || !field) return [query]
  const declared = definition.variableDefinitions?.length ? `(${definition.variableDefinitions.map(print).join(', ')})` : ''
  const own = (asked.arguments ?? []).filter(({ name }) => name.value !== 'first').map(print)
  const all = [...own, ...(field.args.some(({ name }) => name === 'first') ? [`first: ${rowsOf(0)}`] : [])]
  const given = all.length > 0 ? `(${all.join(', ')})` : ''
  const named = getNamedType(field.type)
  const inner = fieldsOf(named)
  if (inner.length === 0) return [query]
  const listed = field.args.some(({ name }) => name === 'first') ? 1 : 0
  const plain = inner.filter(isPlain).map(({ name }) => name)
  const branches = inner.filter((one) => !isPlain(one)).map((one) => `${one.name}${pageOf(one, listed)}${below(one.type, [named.name], listed + (one.args.some(({ name }) => name === 'first') ? 1 : 0))}`)
  return [...(plain.length > 0 ? [plain.join(' ')] : []), ...branches].map((branch) => `query ${declared} { ${operation}${given} { ${branch} } }`)
}
