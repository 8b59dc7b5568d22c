import type { Logger } from 'pino'
import { CloseCode } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { expectedError } from '../expected-error.ts'
import { incidentOf } from '../incident.ts'
import { NotSignedIn } from '../kernel/errors.ts'
import { DoorRefusal } from './refuse.ts'

/** RFC 6455 registry, "Try Again Later": the database is away, or the minute's budget is used up. Clients come back by themselves. */
const tryAgainLater = 1013

const reasonOf = ({ code, headers: { 'retry-after': seconds } }: DoorRefusal): string => (seconds === undefined ? code : `${code} retry-after=${seconds}`)

/** Closes a socket whose viewer was not found out. The reason is a code, or the number to quote: never an error's own message. */
export const closeRefused = (socket: Pick<WebSocket, 'close'>, error: unknown, logger: Pick<Logger, 'error'>, requestId: string): void => {
  if (error instanceof NotSignedIn) return socket.close(CloseCode.Forbidden, 'Forbidden')
  if (error instanceof DoorRefusal) return socket.close(tryAgainLater, reasonOf(error))
  const known = expectedError(error)
  if (known) return socket.close(tryAgainLater, known.retryAfter === undefined ? known.code : `${known.code} retry-after=${known.retryAfter}`)
  socket.close(CloseCode.InternalServerError, incidentOf(logger, error, { requestId }).message)
}
