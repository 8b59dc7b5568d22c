import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { claimSubscriptions } from './subscription.cypher.ts'
import { type TellingTools, tellSubscriber } from './tell-subscriber.ts'

/** How often it is looked which are due, in milliseconds. */
const rhythm = 1_000
const atOnce = 8
/** Milliseconds after which one that nobody finished is due again: longer than finding, connecting and answering take. */
const lease = 60_000
/** An import keeps up to a minute's work at once, recorded under the time at which it began: no stream may have passed that by then. */
const settling = 75_000

/** Tells those that are due. @returns how many there were */
export const tellDue = async (tools: TellingTools, logger: Logger): Promise<number> => {
  const now = tools.now()
  const due = await tools.graph.write((writer) => writer.run(claimSubscriptions, { now: now.toISOString(), until: new Date(now.getTime() + lease).toISOString(), holder: tools.holder, limit: atOnce }))
  await Promise.all(due.map((one) => tellSubscriber(tools, one).catch((error: unknown) => logger.warn({ err: error, subscription: one.id }, 'a subscriber was not told; it is due again in a minute'))))
  return due.length
}

/** Starts telling the subscribers of EPCIS; on every node, since each is leased. @returns how it is ended */
export const startSubscriptions = (given: Pick<TellingTools, 'graph' | 'outside' | 'open'>, logger: Logger): { stop(): Promise<void> } => {
  const stopping = new AbortController()
  const tools: TellingTools = { ...given, holder: randomUUID(), now: () => new Date(), chance: Math.random, settling, ending: stopping.signal }
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const count = await tellDue(tools, logger).catch((error: unknown) => void logger.debug({ err: error }, 'subscriptions were not looked at'))
      if (count !== atOnce) await pause(rhythm, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
