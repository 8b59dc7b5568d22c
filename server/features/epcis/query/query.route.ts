import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../../../kernel/context.ts'
import { cbvName } from '../cbv.rules.ts'
import { canonicalId } from '../epc-id.rules.ts'
import { writtenAs } from '../epc-format.ts'
import { eventTypes } from '../epcis-event.type.ts'
import { answerOptions } from '../gs1-headers.ts'
import { Problem } from '../problem.ts'
import type { EventFilter } from './filter.ts'
import { findEvents } from './find-events.ts'
import { linkToNext, nextOf, pageAsked } from './page.ts'
import { nameFilter, queryOf } from './parameters.ts'
import { queryDocument } from './query-document.ts'
import { refuseOthers, searchOf, sendEvents } from './send-events.ts'
import { vocabularies } from './vocabulary.cypher.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>
type Path = FastifyRequest<{ Params: { value: string } }>

/** Each resource, and which events it has. */
const resources = {
  eventTypes: (value) => ({ types: [value] }),
  epcs: (value) => ({ names: [nameFilter([value], ['EPC', 'CHILD', 'PARENT', 'INPUT', 'OUTPUT'], null)] }),
  bizSteps: (value) => ({ bizSteps: [cbvName('bizStep', value)] }),
  bizLocations: (value) => ({ bizLocations: [canonicalId(value)] }),
  readPoints: (value) => ({ readPoints: [canonicalId(value)] }),
  dispositions: (value) => ({ dispositions: [cbvName('disposition', value)] }),
} as const satisfies Record<string, (value: string) => Partial<EventFilter>>

type Resource = keyof typeof resources

const collection = (member: readonly string[]): object => ({ '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', type: 'Collection', member })

const eventRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get('/events', async (request, reply) => sendEvents(request, reply, await contextOf(request)))
  app.options('/events', async (_request, reply) => answerOptions(reply, 'GET, POST, OPTIONS'))
  app.get<{ Params: { value: string } }>('/events/:value', async (request, reply) => {
    const context = await contextOf(request)
    const written = await writtenAs(context.graph, request.headers['gs1-epc-format'])
    const query = queryOf(new URLSearchParams({ EQ_eventID: request.params.value, orderBy: 'recordTime', orderDirection: 'ASC' }))
    const { rows } = await findEvents(context, query, { after: '', limit: 100 })
    if (rows.length === 0) throw new Problem('NoSuchResourceException', 'No such event', 'You have no event of this eventID.')
    return reply.type('application/ld+json').send(JSON.stringify(queryDocument(rows, new Date().toISOString(), written)))
  })
  app.options('/events/:value', async (_request, reply) => answerOptions(reply, 'GET, OPTIONS'))
}

const listRoute = (app: FastifyInstance, contextOf: ContextOf, resource: Resource): void => {
  app.get(`/${resource}`, async (request, reply) => {
    const { graph } = await contextOf(request)
    const search = searchOf(request)
    refuseOthers(search)
    if (resource === 'eventTypes') return collection(eventTypes)
    const { after, limit } = pageAsked(Object.fromEntries(search))
    const rows = await graph.read(vocabularies[resource], { after, limit: limit + 1 })
    return linkToNext(request, reply, nextOf(rows, limit)).send(collection(rows.slice(0, limit).map(({ place }) => place)))
  })
  app.options(`/${resource}`, async (_request, reply) => answerOptions(reply, 'GET, OPTIONS'))
}

const resourceRoutes = (app: FastifyInstance, contextOf: ContextOf, resource: Resource): void => {
  listRoute(app, contextOf, resource)
  app.get(`/${resource}/:value`, async (request: Path) => {
    await contextOf(request)
    return collection(['events'])
  })
  app.get(`/${resource}/:value/events`, async (request: Path, reply) => sendEvents(request, reply, await contextOf(request), { path: resources[resource](request.params.value) }))
  app.options(`/${resource}/:value/events`, async (_request, reply) => answerOptions(reply, 'GET, OPTIONS'))
}

/** The query side of EPCIS 2.0 (12.4, 12.5): events, and what they name. */
export const queryRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get('/', async (request) => {
    await contextOf(request)
    return collection(['capture', 'events', 'queries', ...Object.keys(resources)])
  })
  app.options('/', async (_request, reply) => answerOptions(reply, 'GET, OPTIONS'))
  eventRoutes(app, contextOf)
  for (const resource of Object.keys(resources) as Resource[]) resourceRoutes(app, contextOf, resource)
}
