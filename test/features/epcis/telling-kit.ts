import { pino } from 'pino'
import { openTelling, type Telling } from '../../../server/features/epcis/standing/start-subscriptions.ts'
import { openOutside } from '../../../server/kernel/outside.ts'
import type { Received } from '../delivery/receiver.ts'
import type { EpcisBench } from './epcis-bench.ts'
import { type Document, type Event, eventsIn } from './epcis-kit.ts'

export const signatureToken = 'a token that nobody else has'

/** What tells the subscribers of a hub, so many milliseconds ahead of time. */
export const openTestTelling = ({ graph, open }: EpcisBench, ahead = 60_000, holder = 'one'): Telling =>
  openTelling({ graph, open, outside: openOutside({ allowPrivate: true }), holder, now: () => new Date(Date.now() + ahead), chance: () => 0, settling: 0 }, pino({ level: 'silent' }))

/** Tells those that are due, and waits for it. */
export const tellDue = async (bench: EpcisBench, ahead?: number, holder?: string): Promise<void> => {
  const telling = openTestTelling(bench, ahead, holder)
  await telling.look()
  await telling.idle()
}

/** Numbers of the things that a message tells of. */
export const toldIn = ({ body }: Received): string[] => eventsIn(JSON.parse(body) as Document).flatMap((event: Event) => event['epcList'] as string[]).map((epc) => epc.slice(epc.lastIndexOf('.') + 1))
