import { GraphQLError } from 'graphql'

type Headers = Readonly<Record<string, string>>

/** Refused before anything runs, with the status that HTTP has for it. Where it is a matter of time, `retryAfter` has the seconds, for who sees no headers. */
export const refusal = (message: string, code: string, status: number, headers: Headers = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, retryAfter: secondsIn(headers), http: { status, headers: new Map(Object.entries(headers)) } } })

const secondsIn = ({ 'retry-after': seconds }: Headers): number | undefined => (seconds === undefined ? undefined : Number(seconds))

/** Refused by a door before it is known what is asked. */
export class DoorRefusal extends Error {
  readonly statusCode: number
  readonly code: string
  readonly headers: Headers

  constructor(statusCode: number, code: string, message: string, headers: Headers = {}) {
    super(message)
    this.statusCode = statusCode
    this.code = code
    this.headers = headers
  }
}

/** The same as GraphQL tells it. */
export const refusalOf = ({ message, code, statusCode, headers }: DoorRefusal): GraphQLError => refusal(message, code, statusCode, headers)
