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

/** The place of a page's last row, where one row more than fits was found. */
export const nextOf = (rows: readonly { readonly place: string }[], limit: number): string | undefined => (rows.length > limit ? rows[limit - 1]?.place : undefined)

/** Names the next page in the Link header (EPCIS 2.0, 12.5.2), which begins after a place; none where there is none. */
export const linkToNext = (request: FastifyRequest, reply: FastifyReply, next: string | undefined, changed: Readonly<Record<string, string>> = {}): FastifyReply => {
  if (next === undefined) return reply
  const url = new URL(request.url, 'http://hub')
  url.searchParams.set('nextPageToken', Buffer.from(next).toString('base64url'))
  for (const [name, value] of Object.entries(changed)) url.searchParams.set(name, value)
  return reply.header('link', `<${url.pathname}${url.search}>; rel="next"`)
}
