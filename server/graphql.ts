import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import { answerPlugin } from './doors/answer.ts'
import { costPlugin } from './doors/cost.ts'
import { limits } from './doors/limits.ts'
import { shapeRule } from './doors/shape.ts'
import { executorOf } from './execute.ts'
import type { Context } from './kernel/context.ts'
import { isProduction } from './kernel/production.ts'
import { toldOverHttp } from './told-error.ts'

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

/** The GraphQL door. Introspection is there for developers only, a landing page for nobody. */
export const openApollo = (schema: GraphQLSchema, logger: Logger): ApolloServer<Context> => {
  const production = isProduction()
  return new ApolloServer<Context>({
    // Its own one writes to the console.
    logger,
    gateway: gatewayOf(schema),
    // Apollo's own cache control wraps every resolver of the schema and asks before each field: most of what a request cost.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), answerPlugin, costPlugin(schema)],
    introspection: !production,
    includeStacktraceInErrorResponses: false,
    formatError: toldOverHttp(logger),
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [shapeRule],
    // A wrong name is not answered with the right one where the schema is not shown.
    hideSchemaDetailsFromClientErrors: production,
    // Nothing here heeds a cookie: who asks is told by the Authorization header, which no other page can send.
    csrfPrevention: false,
    persistedQueries: false,
    // The process that opened the hub also ends it; Apollo's own handler would stop it a second time.
    stopOnTerminationSignals: false,
    nodeEnv: process.env['NODE_ENV'] ?? 'development',
  })
}
