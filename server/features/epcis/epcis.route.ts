import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { expectedError } from '../../expected-error.ts'
import { incidentOf } from '../../incident.ts'
import type { Allowance } from '../../kernel/allowance.ts'
import type { Context } from '../../kernel/context.ts'
import type { Graph } from '../../kernel/graph.ts'
import { captureRoutes } from './capture/capture.route.ts'
import { openJobFolder } from './capture/job-folder.ts'
import { openSpoolFolder } from './intake/spool-folder.ts'
import { nameVersions } from './gs1-headers.ts'
import { Problem } from './problem.ts'
import { queryRoutes } from './query/query.route.ts'
import { namedQueryRoutes } from './standing/named-query.route.ts'
import { subscriptionRoutes } from './standing/subscription.route.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>

const exceptions: Readonly<Record<number, string>> = { 400: 'ValidationException', 401: 'SecurityException', 403: 'SecurityException', 404: 'NoSuchResourceException', 413: 'CaptureLimitExceededException' }

/** What another part of the hub refused, as this interface tells it. */
const problemBody = (error: unknown, request: FastifyRequest): { status: number; body: object } => {
  if (error instanceof Problem) return { status: error.status, body: error.body() }
  const known = expectedError(error)
  const status = known?.status ?? (error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500)
  const detail = known?.message ?? (status < 500 && error instanceof Error ? error.message : incidentOf(request.log, error, { url: request.url }).message)
  return { status, body: { type: `epcisException:${exceptions[status] ?? 'ImplementationException'}`, title: known?.code ?? 'The request failed', status, detail } }
}

const tellProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const { status, body } = problemBody(error, request)
  if (error instanceof Error && 'headers' in error) reply.headers(error.headers as Record<string, string>)
  return reply.code(status).type('application/problem+json').send(JSON.stringify(body))
}

export interface EpcisTools {
  readonly graph: Graph
  readonly dataFolder: string
  /** What an organization may have on this node's disk. */
  readonly waiting: Allowance
}

/** `/epcis`: EPCIS 2.0 over REST. Bodies are read as they arrive, so that their size does not matter. */
export const epcisRoutes = async (app: FastifyInstance, contextOf: ContextOf, { graph, dataFolder, waiting }: EpcisTools): Promise<void> => {
  const folder = await openJobFolder(dataFolder)
  const spools = await openSpoolFolder(dataFolder, (error) => app.log.warn({ err: error }, 'spools of documents were not swept'))
  // Hooks run the last one first: by then the jobs that read them have ended.
  app.addHook('onClose', () => spools.close())
  await app.register(async (epcis) => {
    epcis.removeAllContentTypeParsers()
    epcis.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    epcis.setErrorHandler(tellProblem)
    nameVersions(epcis)
    captureRoutes(epcis, contextOf, { folder: spools.path, waiting, jobs: { graph, folder } })
    queryRoutes(epcis, contextOf)
    namedQueryRoutes(epcis, contextOf)
    subscriptionRoutes(epcis, contextOf)
  }, { prefix: '/epcis' })
}
