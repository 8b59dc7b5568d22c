import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { checkedFormat } from '../epc-format.ts'
import { answerOptions } from '../gs1-headers.ts'
import { Problem } from '../problem.ts'
import { linkToNext, nextOf, pageAsked } from '../query/page.ts'
import { refuseOthers, searchOf } from '../query/send-events.ts'
import { jsonBody } from './json-body.ts'
import { changed, type OfQuery, queryNamed } from './named-query.route.ts'
import { createSubscription, deleteSubscription, ownSubscription, ownSubscriptionCount, ownSubscriptions, type SubscriptionRow } from './subscription.cypher.ts'
import { wrongSubscription } from './schedule.rules.ts'
import { dueAfter, shownSubscription, type Wanted, wantedIn } from './subscription.rules.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>
type One = FastifyRequest<{ Params: { name: string; id: string } }>

const mostSubscriptions = 50

const destinationOf = async ({ outside }: Context, dest: string): Promise<string> => {
  const destination = await outside.destinationOf(dest.trim())
  if (destination.refused !== null) throw wrongSubscription(destination.refused)
  return destination.url.href
}

const rowOf = ({ stream, schedule, reportIfEmpty, initialRecordTime }: Wanted, id: string, dest: string, { at, epcFormat }: { at: string; epcFormat: string }): SubscriptionRow => ({
  id, dest, stream, schedule: schedule === null ? null : JSON.stringify(schedule), reportIfEmpty, epcFormat,
  initialRecordTime: initialRecordTime ?? at, minRecordTime: initialRecordTime ?? at, createdAt: at, lastNotifiedAt: null, failingSince: null, failures: null, trouble: null,
})

const keepSubscription = async (context: Context, name: string, wanted: Wanted, epcFormat: string): Promise<SubscriptionRow> => {
  const query = await queryNamed(context.graph, name)
  const dest = await destinationOf(context, wanted.dest)
  const { person, client, organization, roles } = context.viewer
  const id = newId('eps')
  return changed(context, id, async (changing) => {
    const [own] = await changing.run(ownSubscriptionCount, {})
    if ((own?.total ?? 0) >= mostSubscriptions) throw wrongSubscription(`An organization has at most ${mostSubscriptions} subscriptions: delete one that you no longer need.`)
    const row = rowOf(wanted, id, dest, { at: changing.at, epcFormat })
    await changing.run(createSubscription, { subscription: {
      ...row, query: query.id, queryKey: `${organization}|${name}`, signatureToken: context.seal(wanted.signatureToken, id), subscriber: JSON.stringify({ person, client, organization, roles }),
      after: row.minRecordTime, attempts: 0, dueAt: dueAfter(wanted.schedule, new Date(changing.at)),
    } })
    changing.audit({ subject: id, changes: [{ field: 'url', before: null, after: dest }, { field: 'query', before: null, after: name }] })
    return row
  })
}

const noSuch = (): Problem => new Problem('NoSuchResourceException', 'No such subscription', 'Your query has no subscription of this id.')

const collectionRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  app.get('/queries/:name/subscriptions', async (request: OfQuery, reply) => {
    const { graph } = await contextOf(request)
    const { name } = request.params
    const search = searchOf(request)
    refuseOthers(search)
    await queryNamed(graph, name)
    const { after, limit } = pageAsked(Object.fromEntries(search))
    const rows = await graph.read(ownSubscriptions, { name, after, limit: limit + 1 })
    return linkToNext(request, reply, nextOf(rows, limit)).send(rows.slice(0, limit).map(({ subscription }) => shownSubscription(subscription, name)))
  })
  app.post('/queries/:name/subscriptions', async (request: OfQuery, reply) => {
    const context = await contextOf(request)
    const { name } = request.params
    const epcFormat = checkedFormat(request.headers['gs1-epc-format'])
    const kept = await keepSubscription(context, name, wantedIn(await jsonBody(request)), epcFormat)
    return reply.code(201).header('location', `/epcis/queries/${name}/subscriptions/${kept.id}`).send(shownSubscription(kept, name))
  })
  app.options('/queries/:name/subscriptions', async (_request, reply) => answerOptions(reply, 'GET, POST, OPTIONS'))
}

/** `/epcis/queries/{name}/subscriptions` (EPCIS 2.0, 12.5.4): the answers of a named query, sent to an address. */
export const subscriptionRoutes = (app: FastifyInstance, contextOf: ContextOf): void => {
  collectionRoutes(app, contextOf)
  app.get('/queries/:name/subscriptions/:id', async (request: One) => {
    const { name, id } = request.params
    const [found] = await (await contextOf(request)).graph.read(ownSubscription, { name, id })
    if (found === undefined) throw noSuch()
    return shownSubscription(found.subscription, name)
  })
  app.delete('/queries/:name/subscriptions/:id', async (request: One, reply) => {
    const context = await contextOf(request)
    const { name, id } = request.params
    if ((await context.graph.read(ownSubscription, { name, id })).length === 0) throw noSuch()
    await changed(context, id, async (changing) => {
      changing.audit({ subject: id, changes: [{ field: 'query', before: name, after: null }] })
      return { deleted: (await changing.run(deleteSubscription, { name, id })).length }
    })
    return reply.code(204).send()
  })
  app.options('/queries/:name/subscriptions/:id', async (_request, reply) => answerOptions(reply, 'GET, DELETE, OPTIONS'))
}
