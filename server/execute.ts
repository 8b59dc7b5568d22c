import { type DocumentNode, execute, type ExecutionResult, getOperationAST, GraphQLError, type GraphQLSchema } from 'graphql'
import { type Compiled, compilerOf, refusedVariables } from './compile.ts'

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

/** Keeps the `kept` operations used last: what came once, what is compiled, and what graphql-js has to run for ever. */
const remembering = () => {
  const seen = new Map<string, Compiled | 'once' | 'interpreted'>()
  return (key: string, compile: () => Compiled | undefined): Compiled | undefined => {
    const before = seen.get(key)
    const now = before === 'once' ? (compile() ?? 'interpreted') : (before ?? 'once')
    seen.delete(key)
    seen.set(key, now)
    if (seen.size > kept) seen.delete(seen.keys().next().value ?? '')
    return typeof now === 'string' ? undefined : now
  }
}

/** Runs operations: the first time by graphql-js, from the second time on compiled by graphql-jit. */
export const executorOf = (schema: GraphQLSchema): ((request: Request) => Promise<ExecutionResult>) => {
  const remember = remembering()
  const compile = compilerOf(schema)
  return async ({ document, operationName, variables, context, hash }) => {
    const compiled = remember(`${hash}:${operationName ?? ''}`, () => compile(document, operationName))
    const result = await (compiled?.(context, variables) ?? execute({ schema, document, operationName, variableValues: variables, contextValue: context }))
    if (!result.errors) return result
    // Asked only where nothing was run: both ways to run coerce variables by themselves.
    const refused = result.data === undefined ? refusedVariables(schema, getOperationAST(document, operationName), variables) : undefined
    return { ...result, errors: refused ?? (compiled ? result.errors.map(proper) : result.errors) }
  }
}
