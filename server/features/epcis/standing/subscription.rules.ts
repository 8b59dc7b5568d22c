import { isObject } from '../epcis-event.type.ts'
import type { SubscriptionRow } from './subscription.cypher.ts'
import { nextTime, type Schedule, scheduleIn, wrongSubscription } from './schedule.rules.ts'

export interface Wanted {
  readonly dest: string
  readonly signatureToken: string
  readonly stream: boolean
  readonly schedule: Schedule | null
  readonly reportIfEmpty: boolean
  /** In UTC; null for now. */
  readonly initialRecordTime: string | null
}

/** So that nobody finds the token by trying. */
const [shortest, longest] = [24, 500]
const known = ['dest', 'signatureToken', 'stream', 'schedule', 'reportIfEmpty', 'initialRecordTime', 'queryName']

const momentIn = (value: unknown): string | null => {
  if (value === undefined) return null
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) throw wrongSubscription('initialRecordTime is a date and time with its offset.')
  return new Date(time).toISOString()
}

/** What a client wants to be told, where and when (EPCIS 2.0, 12.5.4). @throws Problem where that is not clear */
export const wantedIn = (body: unknown): Wanted => {
  if (!isObject(body)) throw wrongSubscription('Send a JSON object with dest, signatureToken, and stream or schedule.')
  const { dest, signatureToken, stream, schedule, reportIfEmpty = false } = body
  const stranger = Object.keys(body).find((name) => !known.includes(name))
  if (stranger !== undefined) throw wrongSubscription(`A subscription has no member ${stranger}.`)
  if (typeof dest !== 'string') throw wrongSubscription('dest is the address to which events are sent.')
  if (typeof signatureToken !== 'string' || signatureToken.length < shortest || signatureToken.length > longest) throw wrongSubscription(`signatureToken, with which the hub signs, has ${shortest} to ${longest} characters: take them by chance.`)
  if ((stream === true) === (schedule !== undefined) || stream !== undefined && typeof stream !== 'boolean') throw wrongSubscription('Give either "stream": true or a schedule.')
  if (typeof reportIfEmpty !== 'boolean') throw wrongSubscription('reportIfEmpty is true or false.')
  return { dest, signatureToken, stream: stream === true, schedule: schedule === undefined ? null : scheduleIn(schedule), reportIfEmpty, initialRecordTime: momentIn(body['initialRecordTime']) }
}

/** When it is looked at next. */
export const dueAfter = (schedule: Schedule | null, now: Date): string => (schedule === null ? now : nextTime(schedule, now) ?? now).toISOString()

/** As it is shown: never with its token. What troubles it is no member of EPCIS. */
export const shownSubscription = ({ id, schedule, stream, lastNotifiedAt, reportIfEmpty, failingSince, failures, trouble, ...row }: SubscriptionRow, queryName: string): object => ({
  subscriptionID: id, queryName, ...row, ...(stream ? { stream } : { schedule: JSON.parse(schedule ?? '{}') as unknown, reportIfEmpty }), ...(lastNotifiedAt !== null && { lastNotifiedAt }),
  ...(failingSince !== null && { 'devicetrail:failing': { since: failingSince, times: failures, why: trouble } }),
})

const [second, hour] = [1_000, 3_600_000]

/** When it is looked again after so many looks that failed for no fault of its address: later and later, at least once an hour, and never given up. */
export const nextLookAfter = (failures: number, now: Date): string => new Date(now.getTime() + Math.min(5 * second * 2 ** Math.min(failures, 10), hour)).toISOString()
