import {
  type DocumentNode, execute, type ExecutionResult, getNamedType, getOperationAST, GraphQLError, type GraphQLInputType, type GraphQLSchema, isInputObjectType, isInputType,
  type OperationDefinitionNode, typeFromAST,
} from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'

/** A compiled operation costs some 6 ms and 140 kB: so many are kept, and only what comes twice is compiled. */
const kept = 200

interface Request {
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variables: Record<string, unknown>
  readonly context: unknown
  /** Names the document: the same text, the same hash. */
  readonly hash: string
}

/** graphql-jit's errors lack `extensions`, on which Apollo stumbles, and have places but no nodes: each is made anew. */
const proper = (error: GraphQLError): GraphQLError => {
  const { message, locations, path, originalError } = error
  const extensions = originalError instanceof GraphQLError ? originalError.extensions : {}
  return Object.assign(new GraphQLError(message, { path, originalError, extensions }), { locations })
}

/** Whether an input type contains itself, at whatever depth. */
const isRecursive = (type: GraphQLInputType, above: readonly string[] = []): boolean => {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  return above.includes(named.name) || Object.values(named.getFields()).some((field) => isRecursive(field.type, [...above, named.name]))
}

/** graphql-jit's compiler never ends on a variable whose type contains itself, until memory does: those are left to graphql-js. */
const isCompilable = (schema: GraphQLSchema, operation: OperationDefinitionNode | null | undefined): boolean =>
  (operation?.variableDefinitions ?? []).every(({ type }) => {
    const named = typeFromAST(schema, type)
    return !isInputType(named) || !isRecursive(named)
  })

/** Keeps the `kept` operations used last: what came once, what is compiled, and what graphql-js has to run for ever. */
const remembering = () => {
  const seen = new Map<string, CompiledQuery | 'once' | 'interpreted'>()
  return (key: string, compile: () => CompiledQuery | undefined): CompiledQuery | undefined => {
    const before = seen.get(key)
    const now = before === 'once' ? (compile() ?? 'interpreted') : (before ?? 'once')
    seen.delete(key)
    seen.set(key, now)
    if (seen.size > kept) seen.delete(seen.keys().next().value ?? '')
    return typeof now === 'string' ? undefined : now
  }
}

const compilerOf = (schema: GraphQLSchema) => (document: DocumentNode, operationName: string | undefined): CompiledQuery | undefined => {
  if (!isCompilable(schema, getOperationAST(document, operationName))) return undefined
  const query = compileQuery(schema, document, operationName)
  return isCompiledQuery(query) ? query : undefined
}

/** What is wrong with the variables, as graphql-js says it. Asked only where nothing was run: both ways to run coerce them by themselves. */
const refusedVariables = (schema: GraphQLSchema, { document, operationName, variables }: Request): GraphQLError[] | undefined =>
  getVariableValues(schema, getOperationAST(document, operationName)?.variableDefinitions ?? [], variables).errors
    ?.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } }))

/** Runs operations: the first time by graphql-js, from the second time on compiled by graphql-jit. */
export const executorOf = (schema: GraphQLSchema): ((request: Request) => Promise<ExecutionResult>) => {
  const remember = remembering()
  const compile = compilerOf(schema)
  return async (request) => {
    const { document, operationName, variables, context, hash } = request
    const compiled = remember(`${hash}:${operationName ?? ''}`, () => compile(document, operationName))
    const result = await (compiled?.query(undefined, context, variables) ?? execute({ schema, document, operationName, variableValues: variables, contextValue: context }))
    if (!result.errors) return result
    const refused = result.data === undefined ? refusedVariables(schema, request) : undefined
    return { ...result, errors: refused ?? (compiled ? result.errors.map(proper) : result.errors) }
  }
}
