import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../../kernel/context.ts'
import { writtenAs } from '../epc-format.ts'
import type { EventFilter } from './filter.ts'
import { findEvents } from './find-events.ts'
import { linkToNext, pageAsked } from './page.ts'
import { queryOf, wrongQuery } from './parameters.ts'
import { queryDocument } from './query-document.ts'

export const searchOf = (request: FastifyRequest): URLSearchParams => new URL(request.url, 'http://hub').searchParams

/** @throws Problem where more is asked than how an answer is cut into pages; @param also what else may be given */
export const refuseOthers = (search: URLSearchParams, ...also: readonly string[]): void => {
  for (const name of search.keys()) if (!['perPage', 'nextPageToken', ...also].includes(name)) throw wrongQuery(`This takes perPage and nextPageToken, not ${name}.`)
}

interface Asked {
  /** What the path names is a part of the query. */
  readonly path?: Partial<EventFilter>
  /** The parameters of a query that is kept under a name, in the place of the request's. */
  readonly defined?: URLSearchParams
  readonly queryName?: string
}

/** Of a named query the request says how it is cut into pages, and a link to the next how many may still come. */
const asked = (search: URLSearchParams, defined: URLSearchParams): URLSearchParams => {
  refuseOthers(search, 'eventCountLimit')
  return new URLSearchParams({ ...Object.fromEntries(defined), ...Object.fromEntries(search) })
}

/** A page of events as the answer to a request. */
export const sendEvents = async (request: FastifyRequest, reply: FastifyReply, context: Context, { path, defined, queryName }: Asked = {}): Promise<FastifyReply> => {
  const search = defined === undefined ? searchOf(request) : asked(searchOf(request), defined)
  const written = await writtenAs(context.graph, request.headers['gs1-epc-format'])
  const { rows, next, left } = await findEvents(context, queryOf(search, path), pageAsked(Object.fromEntries(search)))
  const document = queryDocument(rows, new Date().toISOString(), written, { queryName })
  return linkToNext(request, reply, next, left === undefined ? {} : { eventCountLimit: String(left) }).type('application/ld+json').send(JSON.stringify(document))
}
