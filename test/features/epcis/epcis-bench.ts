import { openSecrets, type Secrets } from '../../../server/access/secrets.ts'
import { breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import { openTestHub, type TestHub } from '../../testkit/hub.ts'
import { epcisOf } from './epcis-kit.ts'

export const maker = 'supply'
export const kangluo = 'distributor-user:KANGLUO'
export const cjuh = 'hospital-user:CJUH'
export const stranger = 'distributor-user:NORDKAI'

/** A device of the demo, as Digital Link. */
export const serial = (number: string): string => `https://id.gs1.org/01/06972145030560/21/${number}`

const nodes = cypher<object, { events: number; told: number; records: number }>()`RETURN COUNT { MATCH (:Event) } AS events, COUNT { MATCH (:EpcisEvent) } AS told, COUNT { MATCH (:Finding) } AS records`

const held = cypher<{ numbers: readonly string[] }, { holder: string | null; status: string; to: string | null }>()`
UNWIND $in.numbers AS number
MATCH (serial:Serial {serialNumber: number})
RETURN serial.status AS status, head([(serial)-[:HELD_BY]->(o) | o.code]) AS holder, head([(serial)-[:IN_TRANSIT]->(o) | o.code]) AS to`

export interface EpcisBench {
  readonly hub: TestHub
  readonly graph: Graph
  /** Opens what the hub has sealed. */
  readonly open: Secrets['open']
  readonly epcis: ReturnType<typeof epcisOf>
  counted(): Promise<object | undefined>
  /** Who has each, in which status, and to whom it is on its way. */
  whereIs(...numbers: string[]): Promise<string[]>
  /** What `npm run check:graph` would say. */
  breaches(): Promise<string[]>
  stop(): Promise<void>
}

/** The demo on a database of its own, and a hub over it. */
export const openEpcisBench = async (): Promise<EpcisBench> => {
  const database = await openDemoDatabase()
  const hub = await openTestHub(database, database.dataFolder)
  const graph = openGraph(database, { deadline: 60_000 })
  return {
    hub, graph, open: (await openSecrets(database.dataFolder)).open, epcis: epcisOf(hub),
    counted: async () => (await graph.read(nodes, {}))[0],
    whereIs: async (...numbers) => (await graph.read(held, { numbers })).map(({ holder, status, to }) => `${holder ?? 'nobody'} ${status} ${to ?? ''}`.trim()),
    breaches: async () => {
      const found: string[] = []
      for await (const breach of checkInvariants(graph, { schema: [] })) found.push(breachLine(breach))
      return found
    },
    stop: async () => {
      await hub.stop()
      await graph.close()
      await database.stop()
    },
  }
}
