import { openSecrets, type Secrets } from '../../../server/access/secrets.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { openOwnDemo, type OwnDemo } from '../../testkit/own-demo.ts'
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

export interface EpcisBench extends OwnDemo {
  /** Opens what the hub has sealed. */
  readonly open: Secrets['open']
  readonly epcis: ReturnType<typeof epcisOf>
  counted(): Promise<object | undefined>
  /** Who has each, in which status, and to whom it is on its way. */
  whereIs(...numbers: string[]): Promise<string[]>
}

/** The demo on a database of its own with a hub over it, and what the tests of EPCIS ask of them. */
export const openEpcisBench = async (options?: Parameters<typeof openOwnDemo>[0]): Promise<EpcisBench> => {
  const demo = await openOwnDemo(options)
  return {
    ...demo, open: (await openSecrets(demo.database.dataFolder)).open, epcis: epcisOf(demo.hub),
    counted: async () => (await demo.graph.read(nodes, {}))[0],
    whereIs: async (...numbers) => (await demo.graph.read(held, { numbers })).map(({ holder, status, to }) => `${holder ?? 'nobody'} ${status} ${to ?? ''}`.trim()),
  }
}
