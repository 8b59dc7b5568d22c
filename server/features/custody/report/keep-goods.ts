import { Refusal } from '../../../kernel/errors.ts'
import { dayAt } from '../../../kernel/day-at.ts'
import { momentText } from '../../../kernel/times.ts'
import type { Change } from '../../../record/change.ts'
import { noticeLateHolder } from '../../recalls/notice-late-holder.ts'
import { blockedIn } from '../batch-marks.rules.ts'
import type { Advance } from '../capture/advance.rules.ts'
import { type Captured, captureEvents } from '../capture/capture-events.ts'
import type { FiledEvent } from '../capture/involve.rules.ts'
import { KnownThings } from '../capture/known-things.ts'
import type { Report } from '../capture/report.type.ts'
import type { BatchState, HoldMark, SerialState } from '../custody-state.type.ts'
import { clearUnconfirmed } from '../journey/journey.cypher.ts'
import { endedJourneys, unconfirmedId } from '../journey/journey.rules.ts'
import { usedOfOthers } from '../used-of-others.rules.ts'
import { linkTold, settle, type WaitingNow, waitingNow } from '../waiting/waiting-now.ts'
import type { Asking } from './line.rules.ts'
import { keepMarks } from './keep-marks.ts'
import { clearMarks } from './mark.cypher.ts'
import { marksBy } from './marks.rules.ts'
import { tellFindings } from './tell-findings.ts'

const inAdvance = 5 * 60_000

/**
 * When it happened, as the graph keeps times.
 * @throws Refusal INVALID_INPUT where that is still to come: clocks may differ by five minutes, no more
 */
export const happenedAt = ({ at }: Pick<Change, 'at'>, moment: Date | string, field: string): string => {
  const text = momentText(moment) ?? at
  if (Date.parse(text) > Date.parse(at) + inAdvance) throw new Refusal('INVALID_INPUT', `${field} lies in the future: report what has happened, when it has.`, [field])
  return text
}

const mostOfBrief = 20

/** A report so short that it may share its transaction: a long one would keep those waiting that are short. */
export const isBrief = (lines: readonly unknown[]): boolean => lines.length <= mostOfBrief

/** Where and when something happened that is reported; at the reporter's main place, now, where it is not said. */
interface When {
  readonly at?: string
  readonly country?: string | undefined
}

/** Who reports in this change, and when that happened. */
export const askingIn = ({ viewer: { organization }, at: now }: Change, { places }: KnownThings, { at = now, country }: When = {}): Asking =>
  ({ organization, at, day: dayAt(at, country ?? places.countryOf(organization)) })

const fieldsOf = ({ before, after }: Advance<SerialState>) =>
  ([['status', before?.status, after.status], ['holder', before?.holder, after.holder], ['transit', before?.transit?.to, after.transit?.to]] as const)
    .filter(([, was, is]) => was !== is)
    .map(([field, was, is]) => ({ field, before: was ?? null, after: is ?? null }))

const stockOf = ({ cells }: BatchState): string =>
  cells.map(({ site, quantity, blocked }) => `${site} ${quantity}${blocked === undefined ? '' : ` (${blockedIn(blocked)} held)`}`).sort().join(', ')

const recorded = (change: Change, { serials, batches, events }: Captured, reason: string | undefined): void => {
  for (const [subject, advance] of serials) change.audit({ subject, changes: fieldsOf(advance), reason })
  for (const [subject, { before, after }] of batches) change.audit({ subject, changes: [{ field: 'stock', before: before === undefined ? null : stockOf(before), after: stockOf(after) }], reason })
  if (serials.size + batches.size === 0) change.audit({ subject: events[0]?.event.id ?? null, reason })
}

/** The other side of a delivery hears of it. */
const told = (change: Change, { event, content }: FiledEvent): void => {
  for (const organization of new Set([event.from, event.to])) {
    if (organization === undefined || organization === change.viewer.organization) continue
    change.tell({ type: `custody.${event.bizStep ?? 'event'}`, subject: event.id, organization, data: { event: event.id, eventTime: event.eventTime, bizStep: event.bizStep, things: content.things.length, documentNumber: content.documentNumber ?? null } })
  }
}

/** What the owner of consigned goods is told: that they were used, when, which. */
const tellOwners = (change: Change, { serials, batches }: Captured): void => {
  for (const [subject, { before, after }] of serials) {
    const { owner } = after
    if (owner !== undefined && owner !== change.viewer.organization && after.usage !== undefined && before?.usage === undefined) {
      change.tell({ type: 'consignment.used', subject, organization: owner, data: { serial: subject, on: after.usage.on } })
    }
  }
  for (const [subject, advance] of batches) {
    for (const { owner, quantity, unit, on } of usedOfOthers(advance)) {
      if (owner !== change.viewer.organization) change.tell({ type: 'consignment.used', subject, organization: owner, data: { batch: subject, quantity, unit, on } })
    }
  }
}

const isSame = (one: HoldMark, other: HoldMark): boolean => one.hold === other.hold && one.by === other.by

/** Who has something is told that another, its maker mostly, holds it: one message for all of a report. */
const tellHolders = (change: Change, { serials }: Captured): void => {
  const held = new Map<string, string[]>()
  for (const [id, { before, after: { holder, holds } }] of serials) {
    const fresh = holds.some((mark) => mark.by !== holder && before?.holds.some((old) => isSame(old, mark)) !== true)
    if (fresh && holder !== undefined && holder !== change.viewer.organization && before !== undefined) held.set(holder, [...held.get(holder) ?? [], id])
  }
  for (const [organization, [subject = '', ...others]] of held) change.tell({ type: 'device.hold.placed', subject, organization, data: { serial: subject, things: others.length + 1 } })
}

const day = 86_400_000

/** What came, or was taken back, is unconfirmed no more; asked of what was under way for days alone. */
const clearJourneys = async (change: Change, captured: Captured): Promise<void> => {
  const ended = endedJourneys(captured, new Date(Date.parse(change.at) - day).toISOString())
  const rows = ended.flatMap(({ maker, ...journey }) => [journey.from, journey.to].map((organization) => ({ id: unconfirmedId({ ...journey, maker }, organization), ...journey })))
  if (rows.length > 0) await change.run(clearUnconfirmed, { rows, at: change.at })
}

/** Captures a report with its audit records, its messages, notices for whoever gets what an open recall covers, and the events that waited for what it makes known. */
export const keepReport = async (change: Change, report: Report, known = new KnownThings(change), reason?: string): Promise<Captured> => {
  const captured = await captureEvents(change, report, known)
  recorded(change, captured, reason)
  for (const event of captured.events) told(change, event)
  tellOwners(change, captured)
  tellHolders(change, captured)
  await tellFindings(change, captured)
  await keepMarks(change, captured, known.places)
  const covered = (ids: Iterable<string>): string[] => [...ids].filter((id) => captured.facts.get(id)?.thing.recalledSince != null)
  const wrong = marksBy((report.errors ?? []).map(({ event }) => event), [...captured.serials.keys(), ...captured.batches.keys()])
  await Promise.all([
    noticeLateHolder(change, { serials: covered(captured.serials.keys()), batches: covered(captured.batches.keys()) }),
    ...(wrong.length > 0 ? [change.run(clearMarks, { ids: wrong, at: change.at })] : []),
    clearJourneys(change, captured),
  ])
  await fileWaiting(change, await waitingNow(change, report, captured))
  return captured
}

/** Files events that waited, in their place by event time. */
export const fileWaiting = async (change: Change, waiting: WaitingNow): Promise<void> => {
  if (waiting.settled.length === 0) return
  await settle(change, waiting)
  if (waiting.events.length > 0) {
    const known = new KnownThings(change)
    await known.learn(waiting.events.flatMap(({ things }) => things.map(({ id }) => id)))
    await keepReport(change, { events: waiting.events }, known, 'It waited until the thing was known.')
  }
  await linkTold(change, waiting)
}
