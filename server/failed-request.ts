import type { FastifyInstance } from 'fastify'
import { type Expected, expectedError } from './expected-error.ts'
import { limits } from './doors/limits.ts'
import { DoorRefusal } from './doors/refuse.ts'
import { incidentOf } from './incident.ts'

/** What a door or the framework refuses by itself, as a body that is too large. */
const refusedAtDoor = (error: unknown): Expected | undefined => {
  if (error instanceof DoorRefusal) return { status: error.statusCode, code: error.code, message: error.message }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return { status, code: 'BODY_LIMIT', message: `The request is larger than ${limits.body} bytes. Send less at once; files have doors of their own.` }
  return error instanceof Error && status < 500 ? { status, code: 'BAD_REQUEST', message: error.message } : undefined
}

/** Every door tells a failure in the same shape, GraphQL's; what is unexpected shows no path, name or stack of the server. */
export const answerFailures = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof DoorRefusal) reply.headers(error.headers)
    const known = expectedError(error) ?? refusedAtDoor(error)
    if (known?.retryAfter !== undefined) reply.header('retry-after', String(known.retryAfter))
    if (known) return reply.code(known.status).send({ errors: [{ message: known.message, extensions: { code: known.code, retryAfter: known.retryAfter } }] })
    const { message, incident } = incidentOf(request.log, error, { url: request.url })
    return reply.code(500).send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', incident, requestId: request.id } }] })
  })
}
