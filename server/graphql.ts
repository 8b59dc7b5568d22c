import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { executorOf } from './execute.ts'
import { expectedError } from './expected-error.ts'
import type { Context } from './kernel/context.ts'
import { incidentOf } from './incident.ts'

/** What the caller may know of an error: its own mistakes in full, the rest by a number to quote. */
const told = (logger: Logger) => (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const cause = unwrapResolverError(error)
  const known = expectedError(cause)
  if (known) return { ...formatted, message: known.message, extensions: { code: known.code } }
  const code = formatted.extensions?.code
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

/** No cache on the way keeps an answer: it is one viewer's, and of this moment. */
const notStored: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({ willSendResponse: async ({ response }) => { response.http.headers.set('cache-control', 'no-store') } }),
}

/** The GraphQL door. Landing page and introspection are there for developers only. */
export const openApollo = (schema: GraphQLSchema, logger: Logger): ApolloServer<Context> =>
  new ApolloServer<Context>({
    gateway: gatewayOf(schema),
    // Apollo's own cache control wraps every resolver of the schema and asks before each field: most of what a request cost.
    plugins: [ApolloServerPluginCacheControlDisabled(), notStored],
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
