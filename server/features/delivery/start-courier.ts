import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { Courier } from './courier.ts'
import type { CourierTools } from './courier.type.ts'

/** Starts this node's courier; every node has one. @returns how it is ended: what has begun is finished first */
export const startCourier = (tools: Pick<CourierTools, 'graph' | 'outside' | 'sendMail' | 'publicUrl'>, logger: Logger): { stop(): Promise<void> } => {
  const courier = new Courier({ ...tools, holder: randomUUID(), now: () => new Date(), chance: Math.random }, logger).start()
  return { stop: () => courier.stop() }
}
