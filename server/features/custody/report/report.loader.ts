import { bySubject, loaderOf } from '../../../kernel/loader.ts'
import type { Event } from '../event.type.ts'
import { type Declarable, declarableEvents } from './declarable.cypher.ts'
import { eventsById } from './event.cypher.ts'
import type { SellThroughReport } from './goods-report.type.ts'
import { sellThroughsById } from './sell-through.cypher.ts'

export const eventById = loaderOf<string, Event | null>(
  async ({ graph }, ids) => bySubject(await graph.read(eventsById, { ids }), ({ event }) => event.id, ({ event }) => event),
  () => null,
)

export const declarableById = loaderOf<string, Declarable | null>(
  async ({ graph }, ids) => bySubject(await graph.read(declarableEvents, { ids }), ({ id }) => id, (event) => event),
  () => null,
)

export const sellThroughById = loaderOf<string, SellThroughReport | null>(
  async ({ graph }, ids) => bySubject(await graph.read(sellThroughsById, { ids }), ({ report }) => report.id, ({ report }) => report),
  () => null,
)
