import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { endLease, hasLease } from '../../record/lease.ts'
import { Courier } from './courier.ts'
import type { CourierTools } from './courier.type.ts'
import { remindOfNotices } from './remind.ts'
import { remindOfDeadlines } from './remind-of-deadlines.ts'

/** How often notices are looked at, in milliseconds; their clocks run in hours. */
const rhythm = 60_000

const remindAgainAndAgain = async (tools: CourierTools, logger: Logger, { signal }: AbortController): Promise<void> => {
  while (!signal.aborted) {
    await pause(rhythm, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) break
    await hasLease(tools.graph, 'reminders', tools.holder).then((leads) => (leads ? Promise.all([remindOfNotices(tools), remindOfDeadlines(tools)]) : undefined)).catch((error: unknown) => logger.warn({ err: error }, 'nobody was reminded; the next look is in a minute'))
  }
  await tools.graph.write((writer) => writer.run(endLease, { name: 'reminders', holder: tools.holder })).catch(() => undefined)
}

/** Starts this node's courier, and, on one node by a lease, the reminders. @returns how it is ended: what has begun is finished first */
export const startCourier = (given: Pick<CourierTools, 'graph' | 'outside' | 'sendMail' | 'open' | 'publicUrl'>, logger: Logger): { stop(): Promise<void> } => {
  const tools = { ...given, holder: randomUUID(), now: () => new Date(), chance: Math.random }
  const stopping = new AbortController()
  const courier = new Courier(tools, logger).start()
  const reminding = remindAgainAndAgain(tools, logger, stopping)
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all([courier.stop(), reminding])
    },
  }
}
