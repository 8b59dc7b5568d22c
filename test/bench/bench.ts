// `npm run bench [-- --serials N]`: each operation over HTTP beside the same Cypher by the bare driver, in one run.
import 'reflect-metadata'
import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { openHubOn } from '../testkit/hub-on.ts'
import { BareDriver, type Waves, WaveRecorder } from './bare-driver.ts'
import { type HubProcess, startHubProcess } from './hub-process.ts'
import { openLargeGraph } from './large-graph.ts'
import { inTurn, type Spread, throughput, type Throughput } from './measure.ts'
import { type Question, questionsFor } from './questions.ts'
import { signatureRow } from './recall-signature.ts'

/** One at a time: so many calls of each, or as many as fit into the time. */
const calls = { most: 400, milliseconds: 20_000 }
/** Java compiles what has run some thousands of times: a server that has worked for a while is measured, not one that was just started. */
const warmUp = { rounds: 3, milliseconds: 4_000 }
const atOnce = 16

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
  })
})

const ownProcessorTime = async (): Promise<number> => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

interface Figures {
  readonly hub: Spread
  readonly driver: Spread
  readonly hubAtOnce: Throughput
  readonly driverAtOnce: Throughput
  readonly waves: Waves
}

/** A question with the statements that it becomes, asked both ways. */
interface Case {
  readonly question: Question
  readonly waves: Waves
  readonly one: () => Promise<unknown>
  readonly other: () => Promise<unknown>
}

const warm = async (cases: readonly Case[]): Promise<void> => {
  for (let round = 0; round < warmUp.rounds; round += 1) {
    for (const { one, other } of cases) for (const way of [one, other]) await throughput(way, atOnce, warmUp.milliseconds, ownProcessorTime)
  }
}

const measure = async (hub: HubProcess, { one, other, waves }: Case): Promise<Figures> => {
  const [hubTimes, driverTimes] = await inTurn(one, other, calls)
  const hubAtOnce = await throughput(one, atOnce, 3_000, () => hub.processorTime())
  return { hub: hubTimes, driver: driverTimes, hubAtOnce, driverAtOnce: await throughput(other, atOnce, 3_000, ownProcessorTime), waves }
}

const missed = ({ aim }: Question, { hub, driver }: Figures): boolean =>
  (aim?.overDriver !== undefined && hub.p50 > driver.p50 + aim.overDriver) || (aim?.atMost !== undefined && hub.p50 > aim.atMost)

const told = (question: Question, figures: Figures): string => {
  const { hub, driver, hubAtOnce, driverAtOnce, waves } = figures
  const numbers = [hub.p50, hub.p95, driver.p50, driver.p95, hub.p50 / driver.p50].map((number) => number.toFixed(2).padStart(8))
  const rates = [hubAtOnce, driverAtOnce].map(({ rate }) => rate.toFixed(0).padStart(8))
  const processor = [hubAtOnce, driverAtOnce].map((load) => load.processor.toFixed(2).padStart(8))
  return `${question.name.padEnd(26)}${numbers.join('')}${rates.join('')}${processor.join('')}   ${waves.map((wave) => wave.length).join('+')}${missed(question, figures) ? '  aim missed' : ''}`
}

const { values } = parseArgs({ options: { serials: { type: 'string', default: '200000' } } })
const { database, dataFolder, graph, landmarks, stop } = await openLargeGraph(Number(values.serials))
const recorder = new WaveRecorder()
const inside = await openHubOn(database, dataFolder, { watch: recorder.onStatement })
const hub = await startHubProcess(database, await freePort(), dataFolder)
const driver = new BareDriver(database)

/** Asked twice of a hub in this process, to see the statements that it becomes once it is compiled. */
const caseOf = async (question: Question): Promise<Case> => {
  const { name, viewer, query, variables } = question
  await inside.ask(viewer, query, variables)
  recorder.take()
  const answer = await inside.ask(viewer, query, variables)
  if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`)
  const waves = recorder.take()
  return { question, waves, one: () => hub.ask(viewer, query, variables), other: () => driver.replay(waves) }
}

try {
  process.stdout.write(`memory of the idle API process: ${(await hub.residentMegabytes())?.toFixed(0) ?? '?'} MB\n\n`)
  process.stdout.write(`${''.padEnd(26)}${['hub p50', 'p95', 'drv p50', 'p95', 'ratio'].map((head) => head.padStart(8)).join('')} hub/s16 drv/s16 hub cpu drv cpu   statements\n`)
  const cases: Case[] = []
  for (const question of await questionsFor(graph, landmarks)) cases.push(await caseOf(question))
  await warm(cases)
  for (const one of cases) process.stdout.write(`${told(one.question, await measure(hub, one))}\n`)
} finally {
  await driver.close()
  await hub.stop()
  await inside.stop()
  await stop()
}
process.stdout.write(`\n${await signatureRow()}\n`)
