import type { FastifyInstance } from 'fastify'
import { type Expected, expectedError } from './expected-error.ts'
import { incidentOf } from './incident.ts'

/** What the framework itself refuses, as a body that is too large. */
const refusedByFramework = (error: unknown): Expected | undefined => {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return error instanceof Error && status < 500 ? { status, code: 'BAD_REQUEST', message: error.message } : undefined
}

/** Every door tells a failure in the same shape, GraphQL's; what is unexpected shows no path, name or stack of the server. */
export const answerFailures = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    const known = expectedError(error) ?? refusedByFramework(error)
    if (known) return reply.code(known.status).send({ errors: [{ message: known.message, extensions: { code: known.code } }] })
    const { message, incident } = incidentOf(request.log, error, { url: request.url })
    return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', incident } }] })
  })
}
