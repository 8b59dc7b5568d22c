import type { KnownSerial } from '../capture/known-things.ts'
import type { Known } from './against-use.rules.ts'
import { type LineReason, reason } from './line-reason.ts'

// Days begin first in the east: whatever day it was there, it was made on it or later.
const easternmost = 14 * 3_600_000

const earlier = (made: string): LineReason => reason('TOO_EARLY', `It was made on ${made}: correct the date.`)

const beforeDay = ({ manufacturedOn }: Known, at: string): LineReason | undefined =>
  manufacturedOn !== null && new Date(Date.parse(at) + easternmost).toISOString().slice(0, 10) < manufacturedOn ? earlier(manufacturedOn) : undefined

/** What its maker had first was made then, to the minute. */
const beforeMinute = ({ state, maker }: KnownSerial, at: string): LineReason | undefined => {
  const [first] = state === undefined ? [] : [...state.passed, { organization: state.holder, from: state.since }]
  return first?.organization === maker && first.from !== undefined && at < first.from ? earlier(`${first.from.slice(0, 16).replace('T', ' ')} UTC`) : undefined
}

/** Told of a time before it was made: a mistyped year would be filed before all that is known of it. */
export const madeLater = (thing: Known, at: string): LineReason | undefined =>
  beforeDay(thing, at) ?? ('serialNumber' in thing ? beforeMinute(thing, at) : undefined)
