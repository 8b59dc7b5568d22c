import { ownVersionsBy } from '../clocks/own-versions-by.ts'
import { authoritiesOf, type RecallFactsByAuthority } from '../recalls/authorities.rules.ts'
import { recallsWithDeadlines } from '../recalls/authority.cypher.ts'
import type { CourierTools } from './courier.type.ts'
import { markAlerts } from './deadline.cypher.ts'
import { type Alert, alertOf } from './deadline.rules.ts'
import { actOfHub } from './tell-of-hub.ts'

/** After a recall was closed only its summary is still due: in weeks, not in months. */
const closedFor = 90 * 86_400_000

interface Due {
  readonly key: string
  readonly recall: RecallFactsByAuthority
  readonly rule: string
  readonly dueOn: string
  readonly alert: Alert
}

const alertsIn = (recall: RecallFactsByAuthority, own: Parameters<typeof authoritiesOf>[1], now: Date): Due[] =>
  authoritiesOf(recall, own, now.toISOString()).flatMap(({ clocks }) => clocks).flatMap((clock) => {
    const alert = alertOf(clock, now)
    return alert ? [{ key: `${recall.id}|${clock.rule}|${clock.dueOn}|${alert}`, recall, rule: clock.rule, dueOn: clock.dueOn, alert }] : []
  })

const messageOf = ({ recall: { id, maker, reference, title, titleZh }, rule, dueOn, alert }: Due) =>
  ({ type: `recall.deadline.${alert}`, subject: id, organization: maker, data: { recall: id, reference, title, titleZh, rule, dueOn } })

/** Tells makers of the authorities' deadlines on their recalls: before they end, more loudly at the end, and when they are over; each once. */
export const remindOfDeadlines = async ({ graph, now: clock }: Pick<CourierTools, 'graph' | 'now'>): Promise<void> => {
  const now = clock()
  const recalls = (await graph.read(recallsWithDeadlines, { closedSince: new Date(now.getTime() - closedFor).toISOString() })).map(({ recall }) => recall)
  const own = await ownVersionsBy(graph, [...new Set(recalls.map(({ maker }) => maker))])
  const due = recalls.flatMap((recall) => alertsIn(recall, own.get(recall.maker) ?? [], now))
  if (due.length === 0) return
  await graph.write(async (writer) => {
    const at = now.toISOString()
    const fresh = new Set((await writer.run(markAlerts, { keys: due.map(({ key }) => key), at })).map(({ key }) => key))
    const told = due.filter(({ key }) => fresh.has(key))
    if (told.length === 0) return
    const entries = told.map(({ recall: { id, maker }, rule, alert }) => ({ subject: id, maker, changes: [{ field: `deadline.${rule}`, before: null, after: alert }] }))
    await actOfHub(writer, { action: 'REMIND_OF_DEADLINE', at, entries, messages: told.map(messageOf) })
  })
}
