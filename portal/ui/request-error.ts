import type { CombinedError } from '@urql/vue'

/** Whose trouble it is: the line's, the hub's, or the request's; `limited`: too many of them in this minute; `late`: nobody knows, for no answer came. */
export type ErrorKind = 'network' | 'late' | 'server' | 'refused' | 'limited'

export function errorKind(error: CombinedError): ErrorKind {
  const status = responseOf(error)?.status
  if (error.networkError?.name === 'TimeoutError') return 'late'
  if (error.networkError && !status) return 'network'
  const code = error.graphQLErrors[0]?.extensions['code']
  if (code === 'RATE_LIMIT' || code === 'LOOKUP_LIMIT') return 'limited'
  return code === 'INTERNAL_SERVER_ERROR' || !code || (status ?? 0) >= 500 ? 'server' : 'refused'
}

/** What to quote to the hub's operator, where the hub answered at all. */
export function requestId(error: CombinedError): string | null {
  const told = error.graphQLErrors[0]?.extensions['requestId']
  return typeof told === 'string' ? told : responseOf(error)?.headers.get('x-request-id') ?? null
}

function responseOf(error: CombinedError): Response | undefined {
  return error.response instanceof Response ? error.response : undefined
}
