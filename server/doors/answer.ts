import type { ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { expectedError } from '../expected-error.ts'
import type { Context } from '../kernel/context.ts'

/** What GraphQL over HTTP tells with status 200 to who accepts `application/json` only: there the status says how the transport went. */
const ofTheDocument = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'])

/** Answers hold what one partner may see: nobody between keeps them. Their status follows the GraphQL over HTTP specification. */
export const answerPlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    // Apollo's formatError is not told whose errors it tells (told-error.ts).
    didEncounterErrors: async ({ errors, contextValue: { requestId } }) => errors.forEach(({ extensions }) => { extensions['requestId'] = requestId }),
    willSendResponse: async ({ request, response, errors = [] }) => {
      response.http.headers.set('cache-control', 'no-store')
      const waits = errors.map((error) => expectedError(unwrapResolverError(error))?.retryAfter ?? 0)
      if (waits.some((seconds) => seconds > 0)) response.http.headers.set('retry-after', String(Math.max(...waits)))
      const legacy = request.http?.headers.get('accept') === 'application/json'
      if (legacy && errors.length > 0 && errors.every(({ extensions }) => ofTheDocument.has(String(extensions['code'])))) response.http.status = 200
    },
  }),
}
