import type { MessageKey } from '../../app/all-messages.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Tone } from '../../ui/StatusTag.vue'
import type { Lookup, Verdict } from './lookup.query.ts'

export type Loudness = 'stop' | 'hold' | 'gone' | 'due' | 'unknown' | 'clear'

/** Loudness equals consequence. */
export const loudness: Record<Verdict, Loudness> = {
  RECALLED: 'stop', SUSPECT: 'stop', QUARANTINED: 'hold', EXPIRED: 'hold', USED: 'gone', RETIRED: 'gone', OVERDUE: 'due', UNKNOWN: 'unknown', CLEAR: 'clear',
}

/** Which words a verdict is told in: a carton is received, not used, and of one that is known `UNKNOWN` speaks only of what is inside. */
export function verdictWords({ verdict, logisticUnit, batch, serial }: Pick<Lookup, 'verdict' | 'logisticUnit' | 'batch' | 'serial'>) {
  const ofUnit = logisticUnit && !batch && !serial
  if (ofUnit && verdict === 'UNKNOWN') return { word: 'UNKNOWN_unit', act: 'UNKNOWN_unit' } as const
  return { word: verdict, act: ofUnit && verdict === 'CLEAR' ? 'CLEAR_unit' : verdict } as const
}

const tagIcons: Record<Verdict, IconName> = {
  RECALLED: 'stop', SUSPECT: 'caution', QUARANTINED: 'hold', RETIRED: 'eventEnd', USED: 'eventUse', EXPIRED: 'hourglass', OVERDUE: 'warning', UNKNOWN: 'question', CLEAR: 'done',
}

/** A verdict as a small tag; undefined where the word is none of the hub's verdicts. */
export function verdictTag(verdict: string): { tone: Tone, icon: IconName, word: MessageKey } | undefined {
  if (!isVerdict(verdict)) return undefined
  const loud = loudness[verdict]
  return { tone: loud === 'due' ? 'hold' : loud, icon: tagIcons[verdict], word: `identify.verdict.word.${verdict}` }
}

function isVerdict(word: string): word is Verdict {
  return word in loudness
}

type ReasonCode = Lookup['reasons'][number]['code']

const grave: readonly ReasonCode[] = ['RECALL_OPEN', 'HELD_PENDING_RECALL', 'SEEN_ELSEWHERE', 'SEEN_AT_TWO_PLACES']
const unsure: readonly ReasonCode[] = ['PRODUCT_UNKNOWN', 'BATCH_UNKNOWN', 'SERIAL_UNKNOWN', 'LABEL_NOT_READ', 'SCHEME_NOT_READ', 'NOT_IN_YOUR_STOCK']

/** How a reason is marked in the list: colour class and shape. */
export function reasonLook(code: ReasonCode): { tone: string, icon: IconName } {
  if (grave.includes(code)) return { tone: 'bad', icon: 'stop' }
  if (unsure.includes(code)) return { tone: 'sub', icon: 'question' }
  if (code === 'EXPIRED' || code === 'EXPIRES_SOON') return { tone: 'warn', icon: 'hourglass' }
  if (code === 'ALREADY_USED' || code === 'SCRAPPED') return { tone: 'sub', icon: 'eventEnd' }
  return { tone: 'warn', icon: code === 'IN_TRANSIT' ? 'eventShip' : 'hold' }
}
