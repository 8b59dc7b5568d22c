import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cypher } from '../../../server/kernel/cypher.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { inProject } from '../../../server/kernel/project.ts'
import type { TestDatabase } from '../../testkit/database.ts'
import { openDemoDatabase } from '../../testkit/demo-database.ts'
import { openHubOn } from '../../testkit/hub-on.ts'
import type { CaptureOrders } from './capturing-hub.ts'
import { documentOf, epcisOf } from './epcis-kit.ts'
import { lately } from '../../testkit/lately.ts'

let database: TestDatabase
let graph: Graph
beforeAll(async () => {
  database = await openDemoDatabase()
  graph = openGraph(database, { deadline: 60_000 })
})
afterAll(async () => {
  await graph.close()
  await database.stop()
})

const viewer = 'distributor-user:KANGLUO'
const total = 4_000
const documentNamed = (name: string): object => documentOf(Array.from({ length: total }, (_, number) => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'inspecting', eventTime: lately('2026-11-21T01:00:00.000Z'), eventTimeZoneOffset: '+08:00', epcList: [`urn:epc:id:sgtin:6999900.112299.${name}${number}`],
})))

const progress = cypher<object, { captured: number }>()`MATCH (job:CaptureJob) WHERE job.waiting RETURN job.captured AS captured`
const kept = cypher<{ job: string }, { events: number }>()`MATCH (event:EpcisEvent {job: $in.job}) RETURN count(event) AS events`
const leaseIsOver = cypher<object, never>()`MATCH (job:CaptureJob) WHERE job.waiting SET job.until = 0`

const someIsCaptured = (): Promise<void> => expect.poll(async () => (await graph.read(progress, {}))[0]?.captured ?? 0, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)

const jobAt = (location: string): string => location.trim().split('/').at(-1) ?? ''

/** The job ends well, with everything captured once; nothing is left on the disk. */
const expectWhole = async (id: string): Promise<void> => {
  const hub = await openHubOn(database, database.dataFolder)
  const epcis = epcisOf(hub)
  const job = async () => (await epcis.send(viewer, 'GET', `/capture/${id}`)).body
  await expect.poll(async () => (await job())?.['running'], { timeout: 60_000, interval: 100 }).toBe(false)
  expect(await job()).toMatchObject({ success: true, eventCount: total, capturedCount: total, repeatedCount: 0, errors: [] })
  expect(await graph.read(kept, { job: id })).toEqual([{ events: total }])
  await hub.stop()
  expect(await readdir(join(database.dataFolder, 'epcis-jobs'))).toEqual([])
}

describe('a document that was accepted is captured whole', () => {
  it('by the next hub, where the one that took it in was killed', async () => {
    const document = join(database.dataFolder, 'document.json')
    await writeFile(document, JSON.stringify(documentNamed('K')))
    const orders: CaptureOrders = { address: database, dataFolder: database.dataFolder, viewer, document }
    const child = spawn(process.execPath, [inProject('server/run.mjs'), inProject('test/features/epcis/capturing-hub.ts')], { cwd: inProject('.'), env: { ...process.env, CAPTURE_ORDERS: JSON.stringify(orders) }, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    const [told] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
    expect(told).toMatch(/^202 /)
    await someIsCaptured()
    child.kill('SIGKILL')
    await ended
    // Otherwise another node waits a minute, in case the hub lives.
    await graph.write((writer) => writer.run(leaseIsOver, {}))
    await expectWhole(jobAt(told))
  })

  it('by the next hub at once, where the one that took it in was stopped', async () => {
    const hub = await openHubOn(database, database.dataFolder)
    const { status, headers } = await epcisOf(hub).send(viewer, 'POST', '/capture', documentNamed('S'))
    expect(status).toBe(202)
    await someIsCaptured()
    await hub.stop()
    expect(await graph.read(kept, { job: jobAt(String(headers['location'])) })).not.toEqual([{ events: total }])
    await expectWhole(jobAt(String(headers['location'])))
  })
})
