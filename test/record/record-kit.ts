import neo4j from 'neo4j-driver'
import { pino } from 'pino'
import { openSecrets } from '../../server/access/secrets.ts'
import { directory } from '../../server/access/directory.ts'
import { type Graph, openGraph } from '../../server/kernel/graph.ts'
import type { Viewer } from '../../server/kernel/viewer.ts'
import { authenticateBy } from '../../server/record/authenticity.ts'
import type { Acting } from '../../server/record/change.ts'
import { exportRecord } from '../../server/record/export-record.ts'
import { type Keeper, keyPath, startKeeper } from '../../server/record/keeper.ts'
import { verifyExport } from '../../server/record/verify-export.ts'
import type { Verdict } from '../../server/record/verify-findings.ts'
import type { TestDatabase } from '../testkit/database.ts'
import { openEmptyDatabase } from '../testkit/demo-database.ts'

export interface RecordKit {
  readonly database: TestDatabase
  readonly graph: Graph
  /** Any Cypher, as somebody at Neo4j's own door. */
  byHand(text: string, parameters?: object): Promise<Record<string, unknown>[]>
  contextOf(viewer: Partial<Viewer>): Acting
  /** A node's keeper. */
  keeper(graph?: Graph): Promise<Keeper>
  /** Until nothing is left to seal. */
  sealed(): Promise<void>
  verdict(withPersonalData?: boolean): Promise<Verdict>
  stop(): Promise<void>
}

const hospitalUser: Viewer = {
  person: 'usr_ward', name: 'Lin Yue', nameZh: '林悦', locale: 'zh-CN', organization: 'org_hospital', kind: 'HOSPITAL', internal: false,
  roles: ['HOSPITAL_USER'], client: null, finds: directory.HOSPITAL,
}

/** A database with nothing in it but its schema. */
export const openRecordKit = async (): Promise<RecordKit> => {
  const database = await openEmptyDatabase()
  authenticateBy((await openSecrets(database.dataFolder)).keyFor('record'))
  const graph = openGraph(database, { deadline: 60_000 })
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), { disableLosslessIntegers: true })
  const byHand: RecordKit['byHand'] = async (text, parameters = {}) => {
    const { records } = await driver.executeQuery(text, parameters)
    return records.map((record) => record.toObject())
  }
  const settings = { keyFile: undefined, url: undefined, keyDays: 30 }
  return {
    database,
    graph,
    byHand,
    contextOf: (changed) => {
      const viewer = { ...hospitalUser, ...changed }
      return { requestId: 'req', viewer, graph: graph.as(viewer), address: '192.0.2.7' }
    },
    keeper: (own = graph) => startKeeper({ graph: own, logger: pino({ level: 'silent' }), dataFolder: database.dataFolder, settings }),
    sealed: async () => {
      for (;;) {
        const [tail] = await byHand('MATCH (record:Unsealed) RETURN count(*) AS left')
        if (tail?.left === 0) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    verdict: (withPersonalData = true) => verifyExport(exportRecord({ graph, dataFolder: database.dataFolder, keyFile: keyPath(database.dataFolder), withPersonalData })),
    stop: async () => {
      await driver.close()
      await graph.close()
      await database.stop()
    },
  }
}
