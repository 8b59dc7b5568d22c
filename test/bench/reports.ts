// `node server/run.mjs test/bench/reports.ts [--serials 30000]`: what reporting the use of one device costs, by the mutation and by the function behind it, sharing a transaction and each in its own, beside the bare driver writing the same nodes and edges.
import 'reflect-metadata'
import neo4j from 'neo4j-driver'
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { directory } from '../../server/access/directory.ts'
import { captureEvents } from '../../server/features/custody/capture/capture-events.ts'
import type { NewEvent, NewSerial } from '../../server/features/custody/capture/report.type.ts'
import { type ReportSellThroughInput, type RecordUsageInput, UsageKind } from '../../server/features/custody/report/goods-report.input.ts'
import { recordUsage } from '../../server/features/custody/report/record-usage.ts'
import { reportSellThrough } from '../../server/features/custody/report/report-sell-through.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { stableId } from '../../server/kernel/ids.ts'
import { must } from '../../server/kernel/must.ts'
import { freePort } from '../../server/kernel/port.ts'
import type { Viewer } from '../../server/kernel/viewer.ts'
import { change } from '../../server/record/change.ts'
import { openOwnDemo } from '../testkit/own-demo.ts'
import { startHubProcess } from './hub-process.ts'
import { inTurn, spreadOf, type Throughput, throughput, timed } from './measure.ts'

const { values } = parseArgs({ options: { serials: { type: 'string', default: '30000' } } })
const [count, atOnce, inLot] = [Number(values.serials), 1_000, 100]
const di = '06972145030560'
const demo = await openOwnDemo({ asServed: true })
const { graph, database } = demo

const places = cypher<{ di: string }, { product: string; maker: string; organization: string; site: string }>()`
MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(product:Product)
UNWIND ['CJUH', 'KANGLUO'] AS code
MATCH (organization:Organization {code: code})
RETURN product.id AS product, product.maker AS maker, organization.id AS organization, head(COLLECT { MATCH (organization)-[:OPERATES]->(site:Site) RETURN site.id ORDER BY coalesce(site.main, false) DESC, site.code }) AS site`
const [first, second] = await graph.read(places, { di })
const { product, maker, ...hospital } = must(first, 'the demo')
const seller = must(second, 'the demo')

const batchOf = (number: number) => { const key = `${product}|BENCH-${number}`; return { id: stableId('bat', key), key, product, di, maker, udi: `(01)${di}(10)BENCH-${number}`, lotNumber: `BENCH-${number}`, kind: 'FINISHED', expiresOn: '2029-12-31', unit: 'EA', madeBy: maker } as const }
const serialOf = (number: number): NewSerial => { const key = `${product}|BENCH-${number}`; return { id: stableId('ser', key), key, product, di, maker, udi: `(01)${di}(21)BENCH-${number}`, serialNumber: `BENCH-${number}`, batch: batchOf(Math.floor(number / inLot)).id, expiresOn: '2029-12-31' } }
const told = (bizStep: string, at: string, things: NewEvent['things'], more: Partial<NewEvent>): NewEvent => ({ type: 'OBJECT', action: 'OBSERVE', bizStep, eventTime: at, timeZoneOffset: '+08:00', things, reportedBy: maker, ...more })

const sold = 4_000
for (let begin = 0; begin < count + sold; begin += atOnce) {
  const { organization, site } = begin < count ? hospital : seller
  const serials = Array.from({ length: atOnce }, (_, index) => serialOf(begin + index))
  const batches = Array.from({ length: atOnce / inLot }, (_, index) => batchOf(begin / inLot + index))
  const things = serials.map(({ id }) => ({ id, role: 'EPC' as const }))
  await graph.write(({ run }) => captureEvents({ at: new Date().toISOString(), run }, { batches, serials, events: [
    told('commissioning', '2026-10-01T00:00:00.000Z', things, { action: 'ADD' }), told('receiving', '2026-10-02T00:00:00.000Z', things, { from: maker, to: organization, site, reportedBy: organization }),
  ] }))
}

let used = 0
const next = (): number => { used += 1; if (used > count) throw new Error(`More than ${count} serials were asked for: --serials`); return used - 1 }
const codeOf = (number: number): string => `(01)${di}(21)BENCH-${number}`
const inputOf = (number: number): RecordUsageInput => ({ idempotencyKey: `key_${number}`, code: codeOf(number), usedAt: new Date('2026-10-03T00:00:00Z'), kind: UsageKind.CONSUMED })

const contextOf = (viewer: Viewer) => ({ viewer, graph: graph.as(viewer), address: null, requestId: 'bench' })
const someone = { person: 'usr_bench', name: 'Bench', nameZh: null, locale: 'en', internal: false, client: null } as const
const user = contextOf({ ...someone, organization: hospital.organization, kind: 'HOSPITAL', roles: ['HOSPITAL_USER'], finds: directory.HOSPITAL })
const trader = contextOf({ ...someone, organization: seller.organization, kind: 'DISTRIBUTOR', roles: ['DISTRIBUTOR_USER'], finds: directory.DISTRIBUTOR })
const done = (answer: object): void => { if ('code' in answer) throw new Error(JSON.stringify(answer)) }
const use = (isShared: boolean) => async (): Promise<void> => {
  const input = inputOf(next())
  done(await change(user, { action: 'RECORD_USAGE', idempotencyKey: input.idempotencyKey, input, isShared }, (changing) => recordUsage(changing, input)))
}

let sales = 0
const sell = async (): Promise<void> => {
  sales += 1
  const lines = Array.from({ length: inLot }, (_, index) => ({ code: codeOf(count + (sales - 1) * inLot + index), soldTo: 'CJUH', soldAt: new Date('2026-10-03T00:00:00Z') }))
  const input: ReportSellThroughInput = { idempotencyKey: `sale_${sales}`, documentNumber: `BENCH-${sales}`, lines }
  const answer = await change(trader, { action: 'REPORT_SELL_THROUGH', idempotencyKey: input.idempotencyKey, input }, (changing) => reportSellThrough(changing, input))
  if (!('rejected' in answer) || answer.rejected.length > 0) throw new Error(JSON.stringify(answer))
}

/** The least that a database must do for the same: key, event, serial and its edges, record. */
const bareText = `MATCH (s:Serial {id: $id}) SET s.locked = true WITH s MATCH (s)-[held:HELD_BY]->(o:Organization {id: $hospital}) OPTIONAL MATCH (s)-[stored:STORED_AT]->(site:Site) MATCH (s)-[:FROM]->(b:Batch)
CREATE (:IdempotencyKey {key: $key, hash: 'x', at: $at, answer: '{}'}), (e:Event {id: randomUUID(), type: 'OBJECT', bizStep: 'dispensing', eventTime: $at})-[:REPORTED_BY]->(o), (e)-[:AT]->(site), (e)-[:CONCERNS {role: 'EPC'}]->(s),
  (s)-[:USED_AT {on: $at, organization: $hospital}]->(site), (:AuditRecord:Unsealed {id: randomUUID(), at: $at, action: 'RECORD_USAGE', subject: s.id, organization: $hospital})
SET s.status = 'USED' DELETE held, stored`
const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), { disableLosslessIntegers: true })
const bare = async (): Promise<void> => {
  const session = driver.session({ database: database.database })
  await session.executeWrite((tx) => tx.run(bareText, { id: serialOf(next()).id, hospital: hospital.organization, key: randomUUID(), at: new Date().toISOString() }))
  await session.close()
}

const hub = await startHubProcess(database, await freePort('127.0.0.1', 0), database.dataFolder)
const mutation = 'mutation ($input: RecordUsageInput!) { recordUsage(input: $input) { __typename ... on Refused { code message } } }'
const asked = async (): Promise<void> => {
  const { usedAt, ...input } = inputOf(next())
  const answer = await hub.ask('hospital:CJUH', mutation, { input: { ...input, usedAt: usedAt.toISOString() } })
  if (!answer.includes('RecordUsageSuccess')) throw new Error(answer)
}
const nothing = async (): Promise<void> => { await hub.ask('hospital:CJUH', '{ __typename }', {}) }

const ownTime = (): Promise<number> => Promise.resolve(process.cpuUsage().user / 1_000)
const say = (name: string, one: string, other: string, ratio = ''): void => { process.stdout.write(`${name.padEnd(52)}${one.padStart(12)}${other.padStart(12)}${ratio.padStart(8)}\n`) }
const rates = (name: string, one: Throughput, other: Throughput): void => say(name, `${one.rate.toFixed(0)} /s`, `${other.rate.toFixed(0)} /s`, (one.rate / other.rate).toFixed(2))
const many = (work: () => Promise<void>, together: number, milliseconds = 4_000): Promise<Throughput> => throughput(work, together, milliseconds, ownTime)

await many(asked, 32, 6_000)
await many(use(true), 32)
await many(nothing, 32)
say('', 'reported', 'beside', 'ratio')
const [mutations, questions] = await inTurn(asked, nothing, { most: 300, milliseconds: 20_000 })
say('one mutation, p50, beside a request without database', `${mutations.p50.toFixed(1)} ms`, `${questions.p50.toFixed(1)} ms`, (mutations.p50 / questions.p50).toFixed(2))
rates('32 mutations at once, beside such requests', await many(asked, 32), await many(nothing, 32))
const [alone, least] = await inTurn(use(false), bare, { most: 300, milliseconds: 20_000 })
say('the function, p50, beside the bare driver', `${alone.p50.toFixed(1)} ms`, `${least.p50.toFixed(1)} ms`, (alone.p50 / least.p50).toFixed(2))
const unshared = await many(use(false), 32)
rates('32 at once, each its own, beside the bare driver', unshared, await many(bare, 32))
for (let round = 0; round < 10; round += 1) await sell()
const sells: number[] = []
while (sales * inLot < sold) sells.push(await timed(sell))
say('100 serials sold by one report, p50', `${spreadOf(sells).p50.toFixed(1)} ms`, '')
for (const together of [32, 128, 512]) rates(`${together} at once, shared, beside 32 each its own`, await many(use(true), together), unshared)
await hub.stop()
await driver.close()
await demo.stop()
