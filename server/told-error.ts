import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Logger } from 'pino'
import { expectedError } from './expected-error.ts'
import { incidentOf } from './incident.ts'

interface Asked { readonly requestId: unknown }

/**
 * What the caller may know of an error: its own mistakes in full, the rest by a number to quote, under which it is logged.
 *
 * @param cause what the resolver threw
 */
export const tellError = (logger: Pick<Logger, 'error'>, formatted: GraphQLFormattedError, cause: unknown, { requestId }: Asked): GraphQLFormattedError => {
  const known = expectedError(cause)
  if (known) return { ...formatted, message: known.message, extensions: { code: known.code, retryAfter: known.retryAfter } }
  const code = formatted.message.includes('Parsing aborted') ? 'TOKEN_LIMIT' : (formatted.extensions?.['limit'] ?? formatted.extensions?.['code'])
  if (code !== 'INTERNAL_SERVER_ERROR') return { ...formatted, extensions: { code, retryAfter: formatted.extensions?.['retryAfter'] } }
  const { message, incident } = incidentOf(logger, cause, { path: formatted.path, requestId })
  return { ...formatted, message, extensions: { code, incident, requestId } }
}

/** The same for Apollo, which has given every error its code, and answer.ts its request. */
export const toldOverHttp = (logger: Pick<Logger, 'error'>) => (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
  tellError(logger, formatted, unwrapResolverError(error), { requestId: formatted.extensions?.['requestId'] })

/**
 * The same over a socket, where nobody has given errors a code: without a place in the answer or a cause of ours it is a fault of what was sent.
 *
 * @param fault its code then
 */
export const toldOverSocket = (logger: Pick<Logger, 'error'>, errors: readonly GraphQLError[], fault: string, asked: Asked): GraphQLFormattedError[] =>
  errors.map((error) => {
    const { originalError: cause, path, extensions } = error
    // GraphQL refuses a variable with an error of its own as the cause.
    const ours = path !== undefined || (cause !== undefined && !(cause instanceof GraphQLError))
    const code = extensions['code'] ?? (ours ? 'INTERNAL_SERVER_ERROR' : fault)
    return tellError(logger, { ...error.toJSON(), extensions: { ...extensions, code } }, cause ?? error, asked)
  })
