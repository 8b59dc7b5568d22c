import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Reader } from '../../../kernel/graph.ts'
import { change, type Change, type Undone } from '../../../record/change.ts'
import { answerOptions } from '../gs1-headers.ts'
import { Problem } from '../problem.ts'
import { linkToNext, nextOf, pageAsked } from '../query/page.ts'
import { refuseOthers, searchOf, sendEvents } from '../query/send-events.ts'
import { jsonBody } from './json-body.ts'
import { createQuery, deleteQuery, type NamedQuery, ownQueries, ownQuery, ownQueryCount } from './named-query.cypher.ts'
import { definitionIn, parametersOf } from './named-query.rules.ts'
import type { JsonObject } from '../epcis-event.type.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>
export type OfQuery = FastifyRequest<{ Params: { name: string } }>

const mostQueries = 200

/** What a change of one's queries or subscriptions did. @throws Problem where it was refused */
export const changed = async <Answer extends object>(context: Context, subject: string, work: (changing: Change) => Promise<Answer>): Promise<Answer> => {
  const key = newId('epq')
  const answer: Answer | Undone = await change(context, { action: 'SUBSCRIBE_EVENTS', idempotencyKey: key, input: { key }, subject }, work)
  if (!('__typename' in answer && 'code' in answer)) return answer as Answer
  throw new Problem(answer.code === 'CONFLICT' ? 'ResourceAlreadyExistsException' : answer.code === 'NOT_ALLOWED' ? 'SecurityException' : 'ValidationException', 'Nothing was kept', answer.message)
}

const shown = ({ name, definition }: NamedQuery): object => ({ name, query: JSON.parse(definition) as unknown })

/** The viewer's own query of this name: another's does not exist. */
export const queryNamed = async (graph: Reader, name: string): Promise<{ id: string; definition: JsonObject }> => {
  const [found] = await graph.read(ownQuery, { name })
  if (found === undefined) throw new Problem('NoSuchResourceException', 'No such query', 'You have no query of this name.')
  return { id: found.id, definition: JSON.parse(found.query.definition) as JsonObject }
}

const keepQuery = async (context: Context, { name, definition }: ReturnType<typeof definitionIn>): Promise<void> => {
  const { organization, person } = context.viewer
  const id = newId('epq')
  await changed(context, id, async (changing) => {
    const [own] = await changing.run(ownQueryCount, {})
    if ((own?.total ?? 0) >= mostQueries) throw new Problem('ValidationException', 'Too many queries', `An organization has at most ${mostQueries}: delete one that you no longer need.`)
    const [kept] = await changing.run(createQuery, { query: { id, key: `${organization}|${name}`, name, definition: JSON.stringify(definition), organization, createdAt: changing.at, createdBy: person } })
    if (!kept?.fresh) throw new Problem('ResourceAlreadyExistsException', 'The name is taken', 'There is a query of this name: delete it first, or take another name.')
    changing.audit({ subject: id, changes: [{ field: 'query', before: null, after: name }] })
    return { id }
  })
}

const collectionRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get('/queries', async (request, reply) => {
    const { graph } = await contextOf(request)
    const search = searchOf(request)
    refuseOthers(search)
    const { after, limit } = pageAsked(Object.fromEntries(search))
    const rows = await graph.read(ownQueries, { after, limit: limit + 1 })
    return linkToNext(request, reply, nextOf(rows, limit)).send(rows.slice(0, limit).map(({ query }) => shown(query)))
  })
  app.post('/queries', async (request, reply) => {
    const context = await contextOf(request)
    const given = definitionIn(await jsonBody(request))
    await keepQuery(context, given)
    return reply.code(201).header('location', `/epcis/queries/${given.name}`).send()
  })
  app.options('/queries', async (_request, reply) => answerOptions(reply, 'GET, POST, OPTIONS'))
}

/** `/epcis/queries` (EPCIS 2.0, 12.5.3): queries kept under a name, each its organization's own. */
export const namedQueryRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  collectionRoutes(app, contextOf)
  app.get('/queries/:name', async (request: OfQuery) => {
    const { name } = request.params
    return { name, query: (await queryNamed((await contextOf(request)).graph, name)).definition }
  })
  app.delete('/queries/:name', async (request: OfQuery, reply) => {
    const context = await contextOf(request)
    const { name } = request.params
    const { id } = await queryNamed(context.graph, name)
    await changed(context, id, async (changing) => {
      changing.audit({ subject: id, changes: [{ field: 'query', before: name, after: null }] })
      return { deleted: (await changing.run(deleteQuery, { name })).length }
    })
    return reply.code(204).send()
  })
  app.get('/queries/:name/events', async (request: OfQuery, reply) => {
    const context = await contextOf(request)
    const { definition } = await queryNamed(context.graph, request.params.name)
    return sendEvents(request, reply, context, { defined: parametersOf(definition), queryName: request.params.name })
  })
  app.options('/queries/:name', async (_request, reply) => answerOptions(reply, 'GET, DELETE, OPTIONS'))
  app.options('/queries/:name/events', async (_request, reply) => answerOptions(reply, 'GET, OPTIONS'))
}
