import { fastifyApolloHandler } from '@as-integrations/fastify'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { existsSync } from 'node:fs'
import type { Logger } from 'pino'
import type { Access } from './access/access.ts'
import { addressesIn } from './access/addresses.ts'
import { providerRoute } from './access/provider/provider.route.ts'
import { signInRoute } from './access/provider/sign-in.route.ts'
import { documentRoute } from './features/catalog/document.route.ts'
import { evidenceRoute } from './features/evidence/evidence.route.ts'
import { epcisRoutes } from './features/epcis/epcis.route.ts'
import { attachmentRoute } from './features/feedback/attachment.route.ts'
import { exportsRoute } from './features/exports/exports.route.ts'
import type { Retention } from './features/exports/retention.rules.ts'
import { filesRoute } from './features/files/files.route.ts'
import { acceptanceRoute } from './features/acceptance/acceptance.route.ts'
import { noticePapersRoute } from './features/notice-papers/notice-papers.route.ts'
import { reportPdfRoute } from './features/filings/report-pdf.route.ts'
import { labelsRoute } from './features/labels/labels.route.ts'
import { sharesRoute } from './features/shares/shares.route.ts'
import { askerOf } from './asker.ts'
import { expectedError } from './expected-error.ts'
import { answerFailures } from './failed-request.ts'
import { secureHeaders } from './doors/headers.ts'
import { limits } from './doors/limits.ts'
import { limitRates } from './doors/rate-hooks.ts'
import { openOperations, type Operations } from './doors/operations.ts'
import { openRates, type RateLimits } from './doors/rates.ts'
import { DoorRefusal, refusal, refusalOf } from './doors/refuse.ts'
import { openSockets } from './doors/sockets.ts'
import type { Tls } from './doors/tls.ts'
import { openApollo } from './graphql.ts'
import type { Graph } from './kernel/graph.ts'
import type { Outside } from './kernel/outside.ts'
import { inProject } from './kernel/project.ts'
import { openQuotas, type QuotaSettings } from './kernel/quotas.ts'
import { keyPath } from './record/keeper.ts'
import { openFeed } from './record/outbox-feed.ts'
import { challengeUnsigned, type ContextOf, contextsOf, ofRequest } from './request-context.ts'

export interface Doors {
  readonly schema: GraphQLSchema
  readonly graph: Graph
  readonly logger: Logger
  /** Where the documents' contents lie. */
  readonly dataFolder: string
  /** Of the key that signs the record, and evidence packs; in the data folder where undefined. */
  readonly keyFile?: string | undefined
  readonly access: Access
  /** Where the hub may send to. */
  readonly outside: Outside
  /** Addresses and networks of the proxies whose word on the sender is taken. */
  readonly trustedProxies: readonly string[]
  /** The hub's own certificate; without one it speaks HTTP, on loopback or behind a proxy. */
  readonly tls?: Tls | undefined
  /** Requests a minute. */
  readonly rates: RateLimits
  /** The clock of those minutes. */
  readonly now?: () => number
  readonly retention: Retention
  /** What one organization may have. */
  readonly quotas: QuotaSettings
  /** Where the portal's operations are, and whether its tokens are good for nothing else. */
  readonly operations?: Parameters<typeof openOperations>[0]
}

/** Errors before the first resolver, told as GraphQL tells errors. */
const asGraphQL = (error: unknown, requestId: string): GraphQLError => {
  if (error instanceof DoorRefusal) return refusalOf(error)
  const known = expectedError(error)
  return known ? refusal(known.message, known.code, known.status, known.retryAfter === undefined ? {} : { 'retry-after': String(known.retryAfter) }) : new GraphQLError('Nobody was found out', { originalError: error instanceof Error ? error : new Error(String(error)), extensions: { requestId } })
}

const askedBy = ({ body, query }: FastifyRequest): unknown => ((body ?? query) as { query?: unknown } | null)?.query

const openGraphQL = async (app: FastifyInstance, { schema, logger }: Doors, contextOf: ContextOf, operations: Operations): Promise<void> => {
  const apollo = openApollo(schema, logger)
  await apollo.start()
  const handler = fastifyApolloHandler(apollo, {
    context: (request) => contextOf(request).then((context) => {
      operations.check(context.viewer, askedBy(request))
      return context
    }).catch((error: unknown) => Promise.reject(asGraphQL(error, request.id))),
  })
  app.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    preHandler: async ({ body }) => {
      if (Array.isArray(body)) throw new DoorRefusal(400, 'BATCHING_OFF', 'Send one operation a request; a list of them is not answered.')
      operations.fill(body)
    },
    handler,
  })
  app.addHook('onClose', () => apollo.stop())
}

const openHealth = (app: FastifyInstance, graph: Graph): void => {
  app.get('/healthz', async () => ({ status: 'alive' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      // Listening begins after the migrations, so a database that answers is a ready hub.
      await graph.ping()
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready', reason: 'the database does not answer' })
    }
  })
}

/** The portal's files; any other address that asks for a page is one of its own. */
const openPortal = async (app: FastifyInstance): Promise<void> => {
  const root = inProject('dist/portal')
  if (!existsSync(root)) return
  await app.register(fastifyStatic, { root, wildcard: false, maxAge: '1y', immutable: true, setHeaders: (reply, path) => {
    if (/(\.html|service-worker\.js)$/.test(path)) reply.setHeader('cache-control', 'no-cache')
  } })
  app.setNotFoundHandler((request, reply) =>
    request.method === 'GET' && request.headers.accept?.includes('text/html')
      ? reply.sendFile('index.html', { maxAge: 0, immutable: false })
      : reply.code(404).send({ error: `There is nothing at ${request.url}.` }))
}

/** The doors of the hub: GraphQL, health, documents, portal, all on one port. */
export const openDoors = async (doors: Doors): Promise<FastifyInstance> => {
  const isTrusted = addressesIn(doors.trustedProxies)
  const https = doors.tls ? { https: doors.tls } as object : {}
  const app = Fastify({ ...https, loggerInstance: doors.logger as FastifyBaseLogger, bodyLimit: limits.body, logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }), genReqId: () => crypto.randomUUID(), forceCloseConnections: 'idle', trustProxy: isTrusted })
  // On the bare answer, since the provider writes its own.
  app.addHook('onRequest', async ({ id }, { raw }) => void raw.setHeader('x-request-id', id))
  answerFailures(app)
  await secureHeaders(app, { tls: doors.access.provider.publicUrl.startsWith('https:') })
  challengeUnsigned(app)
  const feed = openFeed(doors.graph, (error) => doors.logger.debug({ err: error }, 'the outbox was not read'))
  app.addHook('preClose', async () => feed.stop())
  const rates = openRates(doors.graph, doors.rates, doors.now)
  limitRates(app, rates)
  const contextOfAsked = contextsOf(doors, feed, rates)
  const contextOf = ofRequest(contextOfAsked)
  const operations = openOperations(doors.operations)
  await openGraphQL(app, doors, contextOf, operations)
  openSockets(app, { schema: doors.schema, logger: doors.logger, access: doors.access, contextOf: contextOfAsked, operations, rates, isTrusted })
  openHealth(app, doors.graph)
  const quotas = openQuotas(doors.quotas)
  documentRoute(app, contextOf, doors.dataFolder)
  exportsRoute(app, ofRequest(contextOfAsked, { afterLeaving: true }), doors.retention)
  await filesRoute(app, contextOf, { dataFolder: doors.dataFolder, quotas })
  labelsRoute(app, contextOf, quotas.papers)
  sharesRoute(app, doors.graph, doors.retention)
  await epcisRoutes(app, contextOf, { graph: doors.graph, dataFolder: doors.dataFolder, waiting: quotas.waiting })
  const ask = askerOf(doors.schema)
  noticePapersRoute(app, { contextOf, ask, papers: quotas.papers })
  acceptanceRoute(app, contextOf, quotas.papers)
  attachmentRoute(app, contextOf, { dataFolder: doors.dataFolder, quotas })
  reportPdfRoute(app, contextOf, quotas.papers)
  evidenceRoute(app, { contextOf, ask, papers: quotas.papers, dataFolder: doors.dataFolder, keyFile: keyPath(doors.dataFolder, doors.keyFile) })
  await signInRoute(app, { graph: doors.graph, provider: doors.access.provider, publicUrl: doors.access.provider.publicUrl, demo: doors.access.demo, secrets: doors.access.secrets, factors: doors.access.factors, companies: doors.access.companies, send: doors.access.send })
  await providerRoute(app, doors.access.provider, isTrusted)
  await openPortal(app)
  return app
}
