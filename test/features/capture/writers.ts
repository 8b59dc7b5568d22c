// A process in which eight writers report without end, each report under its own key until it is acknowledged: `node server/run.mjs test/features/capture/writers.ts`.
import { readFileSync } from 'node:fs'
import { captureEvents } from '../../../server/features/custody/capture/capture-events.ts'
import type { NewEvent } from '../../../server/features/custody/capture/report.type.ts'
import type { Context } from '../../../server/kernel/context.ts'
import { type Address, openGraph } from '../../../server/kernel/graph.ts'
import { must } from '../../../server/kernel/must.ts'
import { authenticateBy } from '../../../server/record/authenticity.ts'
import { change } from '../../../server/record/change.ts'

export interface WriterOrders {
  readonly address: Address
  readonly organization: string
  readonly round: number
  readonly events: readonly NewEvent[]
}

const path = must(process.env['WRITER_ORDERS'], 'WRITER_ORDERS')
const { address, organization, round, events } = JSON.parse(readFileSync(path, 'utf8')) as WriterOrders
authenticateBy(Buffer.alloc(32, 1))
const viewer = { person: 'usr_writer', name: 'Writer', nameZh: null, locale: 'en', organization, kind: 'MANUFACTURER', internal: true, roles: ['SUPPLY'], client: null, finds: [] } as const
const graph = openGraph(address, { writeDeadline: 5_000 })

const once = async (key: string, event: NewEvent): Promise<boolean> => {
  const context = { requestId: key, viewer, graph: graph.as(viewer), address: null } as unknown as Context
  const answer = await change(context, { action: 'CAPTURE_EVENTS', idempotencyKey: key, input: { key } }, async (changing) => {
    const [first] = (await captureEvents(changing, { events: [event] })).events
    changing.audit({ subject: must(first, 'the event').event.id })
    changing.tell({ type: 'custody.event', subject: key, organization, data: {} })
    return { event: must(first, 'the event').event.id }
  })
  return 'event' in answer
}

const write = async (writer: number): Promise<void> => {
  for (let report = 0; ; report += 1) {
    const key = `${round}-${writer}-${report}`
    const event = must(events[(writer * 7 + report) % events.length], 'an event')
    const named = { ...event, eventId: `urn:x:${key}`, eventTime: new Date(Date.UTC(2026, 1, round, 0, 0, report, writer)).toISOString() }
    // Sent again with the same key until it is acknowledged: what an honest client does.
    while (!(await once(key, named).catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 100))
    process.stdout.write(`${key}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)))
