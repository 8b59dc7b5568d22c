import { GraphQLError } from 'graphql'

/** Refused before anything runs, with the status that HTTP has for it. */
export const refusal = (message: string, code: string, status: number, headers: Readonly<Record<string, string>> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, headers: new Map(Object.entries(headers)) } } })

/** Refused by a door before it is known what is asked. */
export class DoorRefusal extends Error {
  readonly statusCode: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(statusCode: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.statusCode = statusCode
    this.code = code
    this.headers = headers
  }
}
