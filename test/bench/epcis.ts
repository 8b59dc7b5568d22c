// `node server/run.mjs test/bench/epcis.ts`: documents of 1,000 EPCIS events of things that the hub does not know, which it keeps and which wait, from the first byte that is sent until the job has ended.
import 'reflect-metadata'
import { parseArgs } from 'node:util'
import { openEpcisBench } from '../features/epcis/epcis-bench.ts'
import { documentOf } from '../features/epcis/epcis-kit.ts'

const { values } = parseArgs({ options: { documents: { type: 'string', default: '10' } }, strict: false })
const bench = await openEpcisBench({ asServed: true })
const [size, warm] = [1_000, 3]
const run = Date.now().toString(36)

const event = (number: string): object => ({
  type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'storing', disposition: 'in_progress', eventTime: '2026-11-21T01:00:00.000Z', eventTimeZoneOffset: '+08:00',
  epcList: [`urn:epc:id:sgtin:6999900.112233.${number}`], bizTransactionList: [{ type: 'po', bizTransaction: `urn:epcglobal:cbv:bt:6999900070005:${number}` }],
})

/** Milliseconds that a document of events took. */
const captured = async (name: string): Promise<number> => {
  const text = JSON.stringify(documentOf(Array.from({ length: size }, (_, index) => event(`${run}${name}${index}`))))
  const begun = performance.now()
  const job = await bench.epcis.capture('distributor-user:KANGLUO', text)
  if (job.capturedCount !== size) throw new Error(JSON.stringify(job))
  return performance.now() - begun
}

for (let index = 0; index < warm; index += 1) await captured(`w${index}-`)
const times: number[] = []
for (let index = 0; index < Number(values.documents); index += 1) times.push(await captured(`d${index}-`))
times.sort((one, other) => one - other)
const median = times[Math.floor(times.length / 2)] ?? Number.NaN
process.stdout.write(`1,000 events that wait: median ${median.toFixed(0)} ms a document, ${(size / median * 1_000).toFixed(0)} events a second (aim 8,000); slowest ${(times.at(-1) ?? 0).toFixed(0)} ms\n`)
await bench.stop()
