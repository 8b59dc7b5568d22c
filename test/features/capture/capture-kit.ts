import type { History, OrganizationSeed, SiteSeed } from '../../../seeds/history.ts'
import { loadHistory } from '../../../seeds/load-history.ts'
import { readMigrations } from '../../../server/database/migration-files.ts'
import { type Captured, captureEvents } from '../../../server/features/custody/capture/capture-events.ts'
import type { NewBatch, NewEvent, NewSerial, NewUnit, Report } from '../../../server/features/custody/capture/report.type.ts'
import { breachLine } from '../../../server/features/insight/breach.ts'
import { checkInvariants } from '../../../server/features/insight/check-invariants.ts'
import { schemaNames } from '../../../server/features/insight/schema-names.ts'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { stableId } from '../../../server/kernel/ids.ts'
import { inProject } from '../../../server/kernel/project.ts'
import type { TestDatabase, TestDatabaseOptions } from '../../testkit/database.ts'
import { openEmptyDatabase } from '../../testkit/demo-database.ts'

const migrations = inProject('graph-schema/migrations')
export const device = '09520000050011'
export const gauze = '09520000050028'

const organization = (code: string, kind: string): OrganizationSeed => ({ code, name: code, kinds: [kind], country: 'CN', onHub: true })
const site = (code: string, of: string, main: boolean): SiteSeed => ({ code, organization: of, name: code, country: 'CN', main })
const codes = ['MAKER', 'TRADER', 'CLINIC']

const world = (): History => ({
  organizations: [organization('MAKER', 'MANUFACTURER'), organization('TRADER', 'DISTRIBUTOR'), organization('CLINIC', 'HOSPITAL')],
  sites: codes.flatMap((code) => [site(`${code}-MAIN`, code, true), site(`${code}-STORE`, code, false)]),
  products: [device, gauze].map((di) => ({ di, scheme: 'GS1', kind: 'DEVICE', maker: 'MAKER', name: di, lotControlled: true, serialControlled: di === device })),
})

const idsByCode = cypher<object, { code: string; id: string }>()`MATCH (n:Organization|Site) RETURN n.code AS code, n.id AS id UNION MATCH (n:Product) RETURN n.di AS code, n.id AS id`

/** A Neo4j with three organizations of two sites each and two products; things and events come by captureEvents. */
export interface CaptureBench {
  readonly database: TestDatabase
  readonly graph: Graph
  id(code: string): string
  batch(di: string, lotNumber: string): NewBatch
  serial(serialNumber: string, batch?: NewBatch): NewSerial
  unit(number: number): NewUnit
  /** Hours from the first of January 2026; organizations and sites by code. */
  event(hour: number, bizStep: string, things: NewEvent['things'], more?: Partial<NewEvent>): NewEvent
  capture(report: Report): Promise<Captured>
  /** What `npm run check:graph` would say, of this graph or another connection to it. */
  breaches(of?: Graph): Promise<string[]>
  stop(): Promise<void>
}

export const openCaptureBench = async (options?: TestDatabaseOptions): Promise<CaptureBench> => benchOn(await openEmptyDatabase(options))

/** The same on a database that is there. */
export const benchOn = async (database: TestDatabase): Promise<CaptureBench> => {
  const schema = schemaNames(await readMigrations(migrations))
  const graph = openGraph(database, { deadline: 60_000 })
  await loadHistory(graph, [world()], { name: 'capture', dataFolder: database.dataFolder })
  const ids = new Map((await graph.read(idsByCode, {})).map(({ code, id }) => [code, id]))
  const id = (code: string): string => ids.get(code) ?? code
  const ofProduct = (di: string, number: string) => ({ key: `${id(di)}|${number}`, product: id(di), di, maker: id('MAKER'), udi: `(01)${di}${number}` })
  const party = (code: string | null | undefined): string | undefined => (code ? id(code) : undefined)
  return {
    database, graph, id,
    batch: (di, lotNumber) => ({ ...ofProduct(di, lotNumber), id: stableId('bat', `${id(di)}|${lotNumber}`), lotNumber, kind: 'FINISHED', expiresOn: '2028-01-31', unit: 'EA', madeBy: id('MAKER') }),
    serial: (serialNumber, batch) => ({ ...ofProduct(device, serialNumber), id: stableId('ser', `${id(device)}|${serialNumber}`), serialNumber, batch: batch?.id, expiresOn: batch?.expiresOn }),
    unit: (number) => ({ id: stableId('lgu', `${number}`), key: `${number}|2026`, sscc: `${number}`, kind: 'CARTON' }),
    event: (hour, bizStep, things, { site: at, from, to, owner, reportedBy = 'MAKER', ...more } = {}) => ({
      type: 'OBJECT', action: 'OBSERVE', bizStep, eventTime: new Date(Date.UTC(2026, 0, 1, hour)).toISOString(), timeZoneOffset: '+08:00', things,
      site: party(at), from: party(from), to: party(to), owner: party(owner), reportedBy: id(reportedBy), ...more,
    }),
    capture: (report) => graph.write((writer) => captureEvents({ at: new Date().toISOString(), run: writer.run }, report)),
    breaches: async (of = graph) => {
      const found: string[] = []
      for await (const breach of checkInvariants(of, { schema })) found.push(breachLine(breach))
      return found
    },
    stop: async () => {
      await graph.close()
      await database.stop()
    },
  }
}
