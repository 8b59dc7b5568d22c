import type { FastifyReply, FastifyRequest } from 'fastify'
import { wrongQuery } from './parameters.ts'

const usual = 30
const most = 1_000

export interface PageAsked {
  /** The place after which the page begins; empty for the first. */
  readonly after: string
  readonly limit: number
}

const placeIn = (token: string): string => {
  const place = Buffer.from(token, 'base64url').toString()
  if (Buffer.from(place).toString('base64url') !== token) throw wrongQuery('nextPageToken is not one that this hub gave: follow the Link of the page before.')
  return place
}

/** `perPage` and `nextPageToken` of a request. @throws Problem where they are none */
export const pageAsked = ({ perPage = String(usual), nextPageToken = '' }: Readonly<Record<string, string | undefined>>): PageAsked => {
  const limit = Number(perPage)
  if (!Number.isInteger(limit) || limit < 1) throw wrongQuery('perPage is a whole number from 1.')
  return { after: placeIn(nextPageToken), limit: Math.min(limit, most) }
}

/** Names the next page in the Link header, where one row more than fits was found (EPCIS 2.0, 12.5.2). */
export const linkToNext = (request: FastifyRequest, reply: FastifyReply, rows: readonly { readonly place: string }[], limit: number, changed: Readonly<Record<string, string>> = {}): FastifyReply => {
  const last = rows[limit - 1]
  if (rows.length <= limit || last === undefined) return reply
  const url = new URL(request.url, 'http://hub')
  url.searchParams.set('nextPageToken', Buffer.from(last.place).toString('base64url'))
  for (const [name, value] of Object.entries(changed)) url.searchParams.set(name, value)
  return reply.header('link', `<${url.pathname}${url.search}>; rel="next"`)
}
