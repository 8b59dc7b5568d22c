// `node server/run.mjs test/bench/kills.ts [--rounds 20]`: `npm start` on a data folder of its own, killed as often as that while
// eight clients report, and its Neo4j as often again. What was acknowledged is there afterwards, once, and the graph is what its events say.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startManagedNeo4j } from '../../server/database/managed-neo4j.ts'
import { openHome } from '../../server/database/neo4j-home.ts'
import { readState } from '../../server/database/neo4j-state.ts'
import { checkInvariants } from '../../server/features/insight/check-invariants.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { openGraph } from '../../server/kernel/graph.ts'
import { must } from '../../server/kernel/must.ts'
import { freePort } from '../../server/kernel/port.ts'
import { inProject } from '../../server/kernel/project.ts'
import { silentStep } from '../../server/steps.mjs'

const clients = 8
const heard = 25

const say = (line: string): void => { process.stdout.write(`${line}\n`) }

interface Site {
  readonly dataFolder: string
  readonly url: string
  readonly env: NodeJS.ProcessEnv
}

const startHub = ({ env }: Site): ChildProcess => spawn(process.execPath, [inProject('server/start.mjs')], { cwd: inProject('.'), env, stdio: ['ignore', 'ignore', 'inherit'] })

const isReady = ({ url }: Site): Promise<boolean> => fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false)

/** @param began when it was started or killed @returns seconds since then */
const untilReady = async (site: Site, began = performance.now()): Promise<number> => {
  while (!await isReady(site)) {
    if (performance.now() - began > 300_000) throw new Error('The hub did not get ready')
    await pause(100)
  }
  return (performance.now() - began) / 1_000
}

const tokenAt = async ({ url }: Site): Promise<string> => {
  const answer = await fetch(`${url}/oidc/token`, { method: 'POST', headers: { authorization: `Basic ${Buffer.from('demo-distributor:demo-distributor-secret').toString('base64')}` }, body: new URLSearchParams({ grant_type: 'client_credentials' }) })
  return ((await answer.json()) as { access_token: string }).access_token
}

const eventOf = (eventID: string, number: number): string => JSON.stringify({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'], type: 'ObjectEvent', eventID, action: 'OBSERVE', bizStep: 'inspecting',
  eventTime: '2026-11-20T08:00:00Z', eventTimeZoneOffset: '+00:00', epcList: [`https://id.gs1.org/01/09520000059991/21/KILL${number}`],
})

/** Clients report events of their own until `kill` has been called, after so many were heard. @returns what was acknowledged */
const reportUntilKilled = async (site: Site, round: number, kill: () => void): Promise<string[]> => {
  const authorization = `Bearer ${await tokenAt(site)}`
  const acknowledged: string[] = []
  let killed = false
  const report = async (client: number): Promise<void> => {
    for (let number = 0; !killed; number += 1) {
      const eventID = `urn:x:kill-${round}-${client}-${number}`
      const answer = await fetch(`${site.url}/epcis/events`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: eventOf(eventID, number % 50), signal: AbortSignal.timeout(20_000) }).catch(() => undefined)
      if (answer?.status !== 201) continue
      acknowledged.push(eventID)
      if (acknowledged.length < heard || killed) continue
      killed = true
      kill()
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => report(client)))
  return acknowledged
}

const found = cypher<{ ids: readonly string[] }, { records: number }>()`MATCH (event:EpcisEvent) WHERE event.eventId IN $in.ids RETURN count(event) AS records`

const { values: { rounds: asked } } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } })
const rounds = Number(asked)
const dataFolder = await mkdtemp(join(tmpdir(), 'devicetrail-kills-'))
const port = await freePort('127.0.0.1', 0)
const unlimited = { RATE_ADDRESS: '999999999', RATE_CLIENT: '999999999', RATE_PARTNER: '999999999' }
const site: Site = { dataFolder, url: `http://127.0.0.1:${port}`, env: { ...process.env, ...unlimited, DEVICETRAIL_DATA: dataFolder, PORT: String(port), DEVICETRAIL_DEMO: 'on', LOG_LEVEL: 'silent' } }
const acknowledged: string[] = []
const ready = { hub: [] as number[], database: [] as number[] }
let hub = startHub(site)
say(`first start: ready after ${(await untilReady(site)).toFixed(1)} s`)
for (let round = 0; round < rounds; round += 1) {
  const before = hub
  acknowledged.push(...await reportUntilKilled(site, round, () => before.kill('SIGKILL')))
  if (before.signalCode === null) await once(before, 'exit')
  hub = startHub(site)
  ready.hub.push(await untilReady(site))
}
const home = await openHome(dataFolder)
for (let round = rounds; round < 2 * rounds; round += 1) {
  const { pid } = must(readState(home), 'a running Neo4j')
  let killedAt = 0
  acknowledged.push(...await reportUntilKilled(site, round, () => {
    killedAt = performance.now()
    process.kill(pid, 'SIGKILL')
  }))
  ready.database.push(await untilReady(site, killedAt))
}
const told = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((one, other) => one - other)
  say(`${name}: ${times.length} kills, ready again after ${must(sorted[Math.floor(sorted.length / 2)], 'a time').toFixed(1)} s at p50, ${must(sorted.at(-1), 'a time').toFixed(1)} s at most`)
}
told('hub', ready.hub)
told('Neo4j', ready.database)
const address = await startManagedNeo4j({ dataFolder, step: silentStep })
const graph = openGraph(address, { deadline: 60_000 })
const [row] = await graph.read(found, { ids: acknowledged })
const breaches: unknown[] = []
for await (const breach of checkInvariants(graph, { schema: [] })) breaches.push(breach)
say(`${acknowledged.length} acknowledged, ${row?.records} kept once; ${breaches.length} breaches in the graph`)
await graph.close()
hub.kill('SIGTERM')
if (hub.exitCode === null) await once(hub, 'exit')
await address.stop()
await rm(dataFolder, { recursive: true, force: true })
if (row?.records !== acknowledged.length || breaches.length > 0) process.exitCode = 1
