import {
  type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLOutputType, type GraphQLSchema, getNamedType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType,
  isObjectType, isUnionType, type GraphQLObjectType,
} from 'graphql'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const chance = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Real codes beside what breaks readers of text. */
const texts = [
  '', ' ', 'a', 'ML4-260311-0452', '(01)06972145030188(21)ML4-260311-0452', '(01)08717648200274(10)5031184', 'R26-0118', 'CJUH', 'KANGLUO', 'org_AAAAAAAAAAAAAAAAAAAAAA', 'ser_x', '_', ']d2', '\u001d', '01069721450301',
  '\u0000', '\ud800', '🩺'.repeat(40), '冠状动脉', "'; MATCH (n) DETACH DELETE n //", '`', '$in', '{{', '%00', '../../etc/passwd', 'x'.repeat(5_000), '9'.repeat(400), '(01)'.repeat(300), '+CC$$', 'MA.156.M0.', 'urn:epc:id:sgtin:',
  'AND OR NOT', '*', '~', '"', '\\', '/', '(', '[', '-1', 'NaN', 'null', '2026-11-20', '2026-11-20T08:00:00Z', '0000-00-00', 'bat_', 'evt_', 'PATH', '\n', 'EA', 'KGM',
]
const days = ['2026-11-20', '0001-01-01', '9999-12-31', '2026-02-30', 'soon', '']
const moments = ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00+14:00', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', 'now', '']
const numbers = [0, 1, -1, 2, 0.5, 1e-9, 500, 501, 2_147_483_647, -2_147_483_648, 1e15]

export interface Operation {
  readonly query: string
  readonly variables: Record<string, unknown>
}

/** Makes operations that fit the schema by their shape, with any values that a client could send. */
export const operationsOf = (schema: GraphQLSchema, random: () => number) => {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value

  const scalar = (name: string): unknown => {
    if (name === 'Int') return Math.trunc(Math.max(-2_147_483_648, Math.min(2_147_483_647, pick(numbers))))
    if (name === 'Float') return pick(numbers)
    if (name === 'Boolean') return random() < 0.5
    if (name === 'Date') return pick(days)
    if (name === 'DateTime') return pick(moments)
    return pick(texts)
  }

  const valueOf = (type: GraphQLInputType, depth: number): unknown => {
    if (isNonNullType(type)) return valueOf(type.ofType, depth)
    if (isListType(type)) return Array.from({ length: Math.floor(random() * 4) }, () => valueOf(type.ofType, depth + 1))
    if (isEnumType(type)) return pick(type.getValues()).name
    if (!isInputObjectType(type)) return scalar(type.name)
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || (depth < 4 && random() < 0.5))
    return Object.fromEntries(fields.map((field) => [field.name, field.name === 'idempotencyKey' && random() < 0.9 ? `fuzz-${Math.floor(random() * 1e9)}` : valueOf(field.type, depth + 1)]))
  }

  const literal = (value: unknown, type: GraphQLInputType): string => (isEnumType(getNamedType(type)) && typeof value === 'string' ? value : JSON.stringify(typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '') : value))

  /** Arguments of inner fields: simple ones only, written where they stand. */
  const innerArgs = (args: readonly GraphQLArgument[]): string => {
    const given = args.filter(({ type }) => isNonNullType(type) || random() < 0.3).filter(({ type }) => !isInputObjectType(getNamedType(type)) && !isListType(type))
    return given.length === 0 ? '' : `(${given.map(({ name, type }) => `${name}: ${name === 'first' ? Math.floor(random() * 6) : literal(valueOf(type, 4), type)}`).join(', ')})`
  }

  const selection = (type: GraphQLOutputType, depth: number): string => {
    const named = getNamedType(type)
    if (isUnionType(named)) return ` { __typename ${named.getTypes().map((member) => `... on ${member.name}${selection(member, depth + 1)}`).join(' ')} }`
    if (!isObjectType(named) && !isInterfaceType(named)) return ''
    const fields = Object.values((named as GraphQLObjectType).getFields()).filter((field) => field.args.every((arg) => !isNonNullType(arg.type)))
    const chosen = fields.filter((field) => {
      const nested = isObjectType(getNamedType(field.type)) || isInterfaceType(getNamedType(field.type))
      return random() < (nested ? (depth < 5 ? 0.35 : 0) : 0.6)
    })
    return ` { __typename ${chosen.map((field) => `${field.name}${innerArgs(field.args)}${selection(field.type, depth + 1)}`).join(' ')} }`
  }

  const operation = (kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): Operation => {
    const given = field.args.filter(({ type }) => isNonNullType(type) || random() < 0.6)
    const variables = Object.fromEntries(given.map(({ name, type }) => [name, valueOf(type, 0)]))
    const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
    const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
    return { query: `${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection(field.type, 1)} }`, variables }
  }

  const queries = Object.values(schema.getQueryType()?.getFields() ?? {})
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
  return (index: number): Operation => {
    const all = queries.length + mutations.length
    const turn = index % all
    return turn < queries.length ? operation('query', queries[turn] as GraphQLField<unknown, unknown>) : operation('mutation', mutations[turn - queries.length] as GraphQLField<unknown, unknown>)
  }
}
