import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { executorOf } from './execute.ts'
import type { Context } from './kernel/context.ts'
import { incidentOf } from './incident.ts'
import { BadInput, DatabaseAway } from './kernel/errors.ts'

const codeOf = (error: unknown): string | undefined => {
  if (error instanceof BadInput) return 'BAD_USER_INPUT'
  if (error instanceof DatabaseAway) return 'DATABASE_AWAY'
  return undefined
}

/** What the caller may know of an error: its own mistakes in full, the rest by a number to quote. */
const told = (logger: Logger) => (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const cause = unwrapResolverError(error)
  const code = codeOf(cause) ?? formatted.extensions?.code
  if (cause instanceof Error && codeOf(cause)) return { ...formatted, message: cause.message, extensions: { code } }
  if (code !== 'INTERNAL_SERVER_ERROR') return { ...formatted, extensions: { code } }
  const { message, incident } = incidentOf(logger, cause, { path: formatted.path })
  return { ...formatted, message, extensions: { code, incident } }
}

/** Apollo hands the execution over to a gateway's executor: that is its place for another executor. */
const gatewayOf = (schema: GraphQLSchema): ApolloServerOptionsWithGateway<Context>['gateway'] => {
  const run = executorOf(schema)
  return {
    load: async () => ({
      schema,
      executor: ({ document, operationName, request, context, queryHash }) =>
        run({ document, operationName: operationName ?? undefined, variables: request.variables ?? {}, context, hash: queryHash }),
    }),
    onSchemaLoadOrUpdate: (told) => {
      told({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    stop: async () => undefined,
  }
}

/** The GraphQL door. Landing page and introspection are there for developers only. */
export const openApollo = (schema: GraphQLSchema, logger: Logger): ApolloServer<Context> =>
  new ApolloServer<Context>({
    gateway: gatewayOf(schema),
    introspection: process.env['NODE_ENV'] !== 'production',
    includeStacktraceInErrorResponses: false,
    formatError: told(logger),
    parseOptions: { maxTokens: 5_000 },
    csrfPrevention: true,
    persistedQueries: false,
    // The process that opened the hub also ends it; Apollo's own handler would stop it a second time.
    stopOnTerminationSignals: false,
    nodeEnv: process.env['NODE_ENV'] ?? 'development',
  })

/** Refused before anything runs, with the status that HTTP has for it. */
export const refusal = (message: string, code: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } })
