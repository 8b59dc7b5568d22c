import { latestDay } from '../../../kernel/times.ts'
import type { KnownSerial } from '../capture/known-things.ts'
import type { Known } from './against-use.rules.ts'
import { type LineReason, reason } from './line-reason.ts'

const earlier = (made: string): LineReason => reason('TOO_EARLY', `It was made on ${made}: correct the date.`)

/** Told of a day on which it was not made yet, anywhere on earth. */
const beforeDay = ({ manufacturedOn }: Known, at: string): LineReason | undefined =>
  manufacturedOn !== null && latestDay(at) < manufacturedOn ? earlier(manufacturedOn) : undefined

/** What its maker had first was made then, to the minute. */
const beforeMinute = ({ state, maker }: KnownSerial, at: string): LineReason | undefined => {
  const [first] = state === undefined ? [] : [...state.passed, { organization: state.holder, from: state.since }]
  return first?.organization === maker && first.from !== undefined && at < first.from ? earlier(`${first.from.slice(0, 16).replace('T', ' ')} UTC`) : undefined
}

/** Told of a time before it was made: a mistyped year would be filed before all that is known of it. */
export const madeLater = (thing: Known, at: string): LineReason | undefined =>
  beforeDay(thing, at) ?? ('serialNumber' in thing ? beforeMinute(thing, at) : undefined)
