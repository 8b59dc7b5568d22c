import type { Clock } from '../clocks/clock.type.ts'
import type { OwnVersion } from '../clocks/clock-versions.rules.ts'
import { ownVersionsBy } from '../clocks/own-versions-by.ts'
import { clocksOfCase } from '../feedback/case-clocks.ts'
import { casesWithDeadlines } from '../feedback/case-deadline.cypher.ts'
import { authoritiesOf } from '../recalls/authorities.rules.ts'
import { recallsWithDeadlines } from '../recalls/authority.cypher.ts'
import type { CourierTools } from './courier.type.ts'
import { knownAlerts, markAlerts } from './deadline.cypher.ts'
import { type Alert, alertOf } from './deadline.rules.ts'
import { actOfHub } from './tell-of-hub.ts'

/** After a recall was closed only its summary is still due, and a case's reports within a month of when it was known: in weeks, not in months. */
const lookedBack = 90 * 86_400_000

/** Deadlines of one organization on one thing of which it reports. */
interface Reporting {
  /** Of the messages: `<kind>.deadline.<alert>`. */
  readonly kind: 'recall' | 'adverseEvent'
  readonly subject: string
  /** Who is to report, and is told. */
  readonly organization: string
  /** By what its alerts are known, before rule, deadline and alert. */
  readonly key: string
  /** For the record: the maker whose teams read of it. */
  readonly maker?: string
  readonly data: object
  readonly clocks: (own: readonly OwnVersion[], now: string) => readonly Clock[]
}

interface Due {
  readonly key: string
  readonly reporting: Reporting
  readonly rule: string
  readonly dueOn: string
  readonly alert: Alert
}

type Tools = Pick<CourierTools, 'graph' | 'now'>

const recallsReported = async ({ graph }: Tools, since: string): Promise<Reporting[]> => (await graph.read(recallsWithDeadlines, { closedSince: since })).map(({ recall }) => {
  const { id, maker, reference, title, titleZh } = recall
  return { kind: 'recall', subject: id, organization: maker, key: id, maker, data: { recall: id, reference, title, titleZh }, clocks: (own, now) => authoritiesOf(recall, own, now).flatMap(({ clocks }) => clocks) }
})

/** Each actor by its own clocks: the maker, and whoever reported. Nobody learns how the other stands. */
const casesReported = async ({ graph }: Tools, since: string): Promise<Reporting[]> => (await graph.read(casesWithDeadlines, { since })).map(({ case: row }) => {
  const { id, caseNumber, organization, internal } = row
  return { kind: 'adverseEvent', subject: id, organization, key: `${id}|${organization}`, ...(internal ? { maker: organization } : {}), data: { adverseEvent: id, caseNumber }, clocks: (own, now) => clocksOfCase(row, { internal, own, now }) }
})

const alertsOf = (reporting: Reporting, own: readonly OwnVersion[], now: Date): Due[] => reporting.clocks(own, now.toISOString()).flatMap((clock) => {
  const alert = alertOf(clock, now)
  return alert ? [{ key: `${reporting.key}|${clock.rule}|${clock.dueOn}|${alert}`, reporting, rule: clock.rule, dueOn: clock.dueOn, alert }] : []
})

const messageOf = ({ reporting: { kind, subject, organization, data }, rule, dueOn, alert }: Due) =>
  ({ type: `${kind}.deadline.${alert}`, subject, organization, data: { ...data, rule, dueOn } })

const entryOf = ({ reporting: { subject, maker }, rule, alert }: Due) => ({ subject, ...(maker === undefined ? {} : { maker }), changes: [{ field: `deadline.${rule}`, before: null, after: alert }] })

/** Marks and tells in one transaction: each once, by however many nodes and however often they start, and nothing of what was filed meanwhile. */
const tell = async ({ graph, now: clock }: Tools, due: readonly Due[]): Promise<void> => {
  await graph.write(async (writer) => {
    const at = clock().toISOString()
    const rows = due.map(({ key, rule, reporting: { subject, organization } }) => ({ key, rule, subject, organization }))
    const fresh = new Set((await writer.run(markAlerts, { rows, at })).map(({ key }) => key))
    const told = due.filter(({ key }) => fresh.has(key))
    if (told.length > 0) await actOfHub(writer, { action: 'REMIND_OF_DEADLINE', at, entries: told.map(entryOf), messages: told.map(messageOf) })
  })
}

/** Alerts in one transaction. */
const atOnce = 200

/** Tells who is to report of the authorities' deadlines on recalls and adverse events: before they end, more loudly at the end, and when they are over; each once. */
export const remindOfDeadlines = async (tools: Tools): Promise<void> => {
  const now = tools.now()
  const since = new Date(now.getTime() - lookedBack).toISOString()
  const reported = (await Promise.all([recallsReported(tools, since), casesReported(tools, since)])).flat()
  const own = await ownVersionsBy(tools.graph, [...new Set(reported.flatMap(({ maker }) => maker ?? []))])
  const due = reported.flatMap((reporting) => alertsOf(reporting, own.get(reporting.maker ?? '') ?? [], now))
  const known = new Set(due.length === 0 ? [] : (await tools.graph.read(knownAlerts, { keys: due.map(({ key }) => key) })).map(({ key }) => key))
  const fresh = due.filter(({ key }) => !known.has(key))
  for (let from = 0; from < fresh.length; from += atOnce) await tell(tools, fresh.slice(from, from + atOnce))
}
