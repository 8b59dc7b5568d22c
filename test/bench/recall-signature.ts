import { isPassword } from '../../server/access/password.ts'
import { credentialOfPerson } from '../../server/access/person.cypher.ts'
import { migrate } from '../../server/database/migrate.ts'
import { startManagedNeo4j } from '../../server/database/managed-neo4j.ts'
import { approveRecall } from '../../server/features/recalls/approve-recall.ts'
import { draftRecall } from '../../server/features/recalls/draft-recall.ts'
import { RecallAction, RecallClass } from '../../server/features/recalls/recall.type.ts'
import type { Context } from '../../server/kernel/context.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import { inProject } from '../../server/kernel/project.ts'
import type { Viewer } from '../../server/kernel/viewer.ts'
import { authenticateBy } from '../../server/record/authenticity.ts'
import { change } from '../../server/record/change.ts'
import { silentStep } from '../../server/steps.mjs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchPassword, loadRecallFixture } from './recall-fixture.ts'

const viewer = { person: 'usr_bench', name: 'Bench', nameZh: null, locale: 'en', organization: 'org_maker', kind: 'MANUFACTURER', internal: true, roles: ['QUALITY'], client: null, finds: [] } satisfies Viewer

const outcome = cypher<{ id: string }, { messages: number; notices: number; serials: number; listed: number }>()`
MATCH (recall:Recall {id: $in.id})
RETURN COUNT { (:OutboxMessage) } AS messages, COUNT { (recall)-[:ISSUED]->() } AS notices, recall.serialCount AS serials, COUNT { (recall)-[:ISSUED]->()-[:LISTS]->() } AS listed`

const signature = { password: benchPassword, meaning: 'Bench' }
const asks = { title: 'Bench', reason: 'Bench', classification: RecallClass.I, actions: [RecallAction.STOP_USE], scope: { products: ['06999999999990'] }, drill: false }

export interface SignatureFigures {
  readonly serials: number
  readonly notices: number
  readonly messages: number
  readonly listed: number
  /** From the signature to the last message in the outbox, committed; several runs, since the first plans its statements. */
  readonly milliseconds: readonly number[]
  readonly statements: number
}

const contextOn = (graph: Graph): Context => ({
  requestId: 'bench', viewer, graph: graph.as(viewer), address: null,
  reauthenticate: async (person: string, { password }: { password: string }) => isPassword(password, (await graph.read(credentialOfPerson, { person }))[0]?.password ?? null),
} as unknown as Context)

const drafted = async (graph: Graph, run: number): Promise<string> => {
  const done = await change(contextOn(graph), { action: 'DRAFT_RECALL', idempotencyKey: `draft-${run}`, input: asks }, (changing) => draftRecall(changing, { ...asks, idempotencyKey: '' }))
  if (!('recallId' in done)) throw new Error(JSON.stringify(done))
  return done.recallId
}

const signed = async (graph: Graph, recall: string, run: number): Promise<void> => {
  const input = { recall, signature, idempotencyKey: `sign-${run}` }
  const done = await change(contextOn(graph), { action: 'APPROVE_RECALL', idempotencyKey: input.idempotencyKey, input }, (changing) => approveRecall(changing, input))
  if (!('recallId' in done)) throw new Error(JSON.stringify(done))
}

/** A recall of everything that the fixture's maker made, signed. @returns its id */
export const signOnce = async (graph: Graph): Promise<string> => {
  const recall = await drafted(graph, 0)
  await signed(graph, recall, 0)
  return recall
}

/** A recall of everything that the fixture's maker made: signed again and again, each time as a new recall. */
export const measureSignature = async (serials: number, hospitals: number, runs = 3): Promise<SignatureFigures> => {
  authenticateBy(Buffer.alloc(32))
  const dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-recall-'))
  const database = await startManagedNeo4j({ dataFolder, cacheFolder: undefined, heap: '1g', pageCache: '512m', step: silentStep })
  await migrate(database, inProject('graph-schema/migrations'))
  let statements = 0
  const graph = openGraph(database, { deadline: 120_000, writeDeadline: 120_000, onStatement: () => { statements += 1; return undefined } })
  try {
    await loadRecallFixture(graph, serials, hospitals)
    const milliseconds: number[] = []
    let last = ''
    for (let run = 0; run < runs; run += 1) {
      last = await drafted(graph, run)
      statements = 0
      const began = performance.now()
      await signed(graph, last, run)
      milliseconds.push(performance.now() - began)
    }
    const sent = statements
    const [row] = await graph.read(outcome, { id: last })
    if (!row) throw new Error('The recall is not there')
    return { ...row, messages: Math.round(row.messages / runs), milliseconds, statements: sent }
  } finally {
    await graph.close()
    await database.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

const aim = 5_000

/** The bench's row: 50,000 serials and 1,600 holders, at most 5 s. */
export const signatureRow = async (): Promise<string> => {
  const { serials, notices, messages, listed, milliseconds, statements } = await measureSignature(50_000, 1_580)
  const times = milliseconds.map((time) => `${(time / 1_000).toFixed(2)} s`).join(', ')
  return `recall signed: ${serials} serials, ${notices} notices with ${listed} lines, ${messages} messages, ${statements} statements: ${times}${Math.min(...milliseconds) > aim ? '  aim missed' : ''}`
}
