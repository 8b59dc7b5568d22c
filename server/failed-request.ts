import type { FastifyInstance } from 'fastify'
import { DatabaseAway, NotSignedIn } from './kernel/errors.ts'
import { incidentOf } from './incident.ts'

interface Failed {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** The status and code of what a request failed with before or outside GraphQL; undefined where nobody expected it. */
const expected = (error: unknown): Failed | undefined => {
  if (error instanceof NotSignedIn) return { status: 401, code: 'UNAUTHENTICATED', message: error.message }
  if (error instanceof DatabaseAway) return { status: 503, code: 'DATABASE_AWAY', message: error.message }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return error instanceof Error && status < 500 ? { status, code: 'BAD_REQUEST', message: error.message } : undefined
}

/** Every door tells a failure in the same shape, GraphQL's; what is unexpected shows no path, name or stack of the server. */
export const answerFailures = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    const known = expected(error)
    if (known) return reply.code(known.status).send({ errors: [{ message: known.message, extensions: { code: known.code } }] })
    const { message, incident } = incidentOf(request.log, error, { url: request.url })
    return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', incident } }] })
  })
}
