import type { Clock } from '../clocks/clock.type.ts'
import type { OwnVersion } from '../clocks/clock-versions.rules.ts'
import { ownVersionsBy } from '../clocks/own-versions-by.ts'
import { clocksOfCase } from '../feedback/case-clocks.ts'
import { loanSetsDue } from '../custody/loan/loan-deadline.cypher.ts'
import { casesWithDeadlines, type CaseToReport, settleDeadlines } from '../feedback/case-deadline.cypher.ts'
import { authoritiesOf } from '../recalls/authorities.rules.ts'
import { recallsWithDeadlines } from '../recalls/authority.cypher.ts'
import type { CourierTools } from './courier.type.ts'
import { knownAlerts, markAlerts } from './deadline.cypher.ts'
import { type Alert, alertOf, isSettled, loanAlertOf, loanDays } from './deadline.rules.ts'
import { actOfHub } from './tell-of-hub.ts'

const day = 86_400_000

/** After a recall was closed only its summary is still due. A case as young as this is looked at even where nothing is open: that its product is registered in one more market may come from elsewhere. */
const lookedBack = 90 * day

type DueAlert = Pick<Due, 'rule' | 'dueOn' | 'alert'>

/** What one organization is to do about one thing by when. */
interface Reporting {
  /** Of the messages: `<kind>.deadline.<alert>`. */
  readonly kind: 'recall' | 'adverseEvent' | 'loanSet'
  readonly subject: string
  /** Who is to do it, and is told. */
  readonly organization: string
  /** By what its alerts are known, before rule, deadline and alert. */
  readonly key: string
  /** For the record: the maker whose teams read of it. */
  readonly maker?: string
  readonly data: object
  readonly alerts: (own: readonly OwnVersion[], now: Date) => readonly DueAlert[]
}

/** As far as a case is to be looked at until nothing of it is open. */
interface CaseReporting extends Reporting {
  readonly row: CaseToReport
  readonly clocks: (own: readonly OwnVersion[], now: Date) => readonly Clock[]
}

interface Due {
  readonly key: string
  readonly reporting: Reporting
  readonly rule: string
  readonly dueOn: string
  readonly alert: Alert
}

type Tools = Pick<CourierTools, 'graph' | 'now'>

const alertsBy = (clocks: readonly Clock[], now: Date): DueAlert[] => clocks.flatMap((clock) => {
  const alert = alertOf(clock, now)
  return alert ? [{ rule: clock.rule, dueOn: clock.dueOn, alert }] : []
})

const recallsReported = async ({ graph }: Tools, since: string): Promise<Reporting[]> => (await graph.read(recallsWithDeadlines, { closedSince: since })).map(({ recall }) => {
  const { id, maker, reference, title, titleZh } = recall
  return { kind: 'recall', subject: id, organization: maker, key: id, maker, data: { recall: id, reference, title, titleZh }, alerts: (own, now) => alertsBy(authoritiesOf(recall, own, now.toISOString()).flatMap(({ clocks }) => clocks), now) }
})

/** Each actor by its own clocks: the maker, and whoever reported. Nobody learns how the other stands. */
const casesReported = async ({ graph }: Tools): Promise<CaseReporting[]> => (await graph.read(casesWithDeadlines, {})).map(({ case: row }) => {
  const { id, caseNumber, organization, internal } = row
  const clocks: CaseReporting['clocks'] = (own, now) => clocksOfCase(row, { internal, own, now: now.toISOString() })
  return { kind: 'adverseEvent', subject: id, organization, key: `${id}|${organization}`, ...(internal ? { maker: organization } : {}), data: { adverseEvent: id, caseNumber }, row, clocks, alerts: (own, now) => alertsBy(clocks(own, now), now) }
})

/** Of a set on loan: its lender and its borrower. */
const loanSetsLent = async ({ graph }: Tools, now: Date): Promise<Reporting[]> => {
  const today = now.toISOString().slice(0, 10)
  const before = new Date(now.getTime() + (loanDays.soon + 1) * day).toISOString().slice(0, 10)
  return (await graph.read(loanSetsDue, { before })).map(({ loanSet: { id, documentNumber, dueOn, organization } }) => {
    const alert = loanAlertOf(dueOn, today)
    return { kind: 'loanSet', subject: id, organization, key: `${id}|${organization}`, data: { loanSet: id, reference: documentNumber }, alerts: () => (alert ? [{ rule: 'LOAN_RETURN', dueOn, alert }] : []) }
  })
}

const dueOf = (reporting: Reporting, own: readonly OwnVersion[], now: Date): Due[] =>
  reporting.alerts(own, now).map((due) => ({ ...due, reporting, key: `${reporting.key}|${due.rule}|${due.dueOn}|${due.alert}` }))

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

/** Alerts or cases in one transaction. */
const atOnce = 200

/** What is older and of which everybody filed, or was told that it is too late, is looked at no more until somebody changes it. */
const settle = async ({ graph }: Tools, cases: readonly CaseReporting[], since: string, isOpen: (reporting: CaseReporting) => boolean): Promise<void> => {
  const open = new Set(cases.filter((reporting) => reporting.row.receivedAt >= since || isOpen(reporting)).map(({ subject }) => subject))
  const rows = [...new Map(cases.filter(({ subject }) => !open.has(subject)).map(({ row: { id, changedAt } }) => [id, { id, changedAt }])).values()]
  for (let from = 0; from < rows.length; from += atOnce) await graph.write((writer) => writer.run(settleDeadlines, { rows: rows.slice(from, from + atOnce) }))
}

/**
 * Tells who is to report of the authorities' deadlines on recalls and adverse events, and who lent and borrowed a set of
 * the day it is due back: before they end, more loudly at the end, and when they are over; each once.
 */
export const remindOfDeadlines = async (tools: Tools): Promise<void> => {
  const now = tools.now()
  const since = new Date(now.getTime() - lookedBack).toISOString()
  const [cases, ...others] = await Promise.all([casesReported(tools), recallsReported(tools, since), loanSetsLent(tools, now)])
  const reported = [...cases, ...others.flat()]
  const own = await ownVersionsBy(tools.graph, [...new Set(reported.flatMap(({ maker }) => maker ?? []))])
  const versionsOf = ({ maker = '' }: Reporting): readonly OwnVersion[] => own.get(maker) ?? []
  const due = reported.flatMap((reporting) => dueOf(reporting, versionsOf(reporting), now))
  const known = new Set(due.length === 0 ? [] : (await tools.graph.read(knownAlerts, { keys: due.map(({ key }) => key) })).map(({ key }) => key))
  const fresh = due.filter(({ key }) => !known.has(key))
  for (let from = 0; from < fresh.length; from += atOnce) await tell(tools, fresh.slice(from, from + atOnce))
  await settle(tools, cases, since, (reporting) => reporting.clocks(versionsOf(reporting), now).some((clock) => !isSettled(clock, now)))
}
