import { readDate } from './dates.ts'
import { aiOf } from './gs1-ai.ts'
import type { AiElement } from './gs1-fields.ts'

const DATE_KEYS = ['11', '13', '15', '17']
const NEAR_YEARS = 15

/** How a value without a separator after it may have to be read; `certain` where it cannot be one field. */
export interface Swallowed { certain: boolean; elements?: AiElement[] }

/**
 * Looks for fields that a lot or serial number took in because the FNC1 after it is missing.
 * Nothing here is applied: a lot may well contain such digits. Looks at 20 places at most.
 */
export function swallowedIn(key: string, value: string, today: Date): Swallowed | undefined {
  const max = aiOf(key)?.maxLength ?? 0
  const tooLong = value.length > max
  const readings: AiElement[][] = []
  for (let at = 1; at <= Math.min(max, value.length - 8); at += 1) {
    const tail = datesAndMore(value.slice(at), today)
    if (tail) readings.push([{ key, value: value.slice(0, at) }, ...tail])
  }
  const [only, second] = readings
  if (only) return { certain: true, ...(second ? {} : { elements: only }) }
  if (tooLong) return { certain: true }
  return key === '10' ? serialAfterLot(value) : undefined
}

/** A tail that begins with a near date and is then at an end, or goes on with a lot or serial number. */
function datesAndMore(tail: string, today: Date): AiElement[] | undefined {
  const elements: AiElement[] = []
  let rest = tail
  while (elements.length < DATE_KEYS.length && startsWithNearDate(rest, today)) {
    elements.push({ key: rest.slice(0, 2), value: rest.slice(2, 8) })
    rest = rest.slice(8)
  }
  if (elements.length === 0) return undefined
  if (rest === '') return elements
  const key = rest.slice(0, 2)
  const fits = (key === '21' || key === '10') && rest.length > 2 && rest.length <= 22
  return fits ? [...elements, { key, value: rest.slice(2) }] : undefined
}

function startsWithNearDate(text: string, today: Date): boolean {
  if (!DATE_KEYS.includes(text.slice(0, 2))) return false
  const year = Number(readDate(text.slice(2, 8), 'YYMMDD', today)?.day.slice(0, 4))
  return Math.abs(year - today.getUTCFullYear()) <= NEAR_YEARS
}

/** The commonest slip: `(10)` at the end with `21` inside and something of three characters on both sides. */
function serialAfterLot(value: string): Swallowed | undefined {
  const at = value.indexOf('21', 3)
  if (at < 0 || value.length - at - 2 < 3) return undefined
  const elements = [{ key: '10', value: value.slice(0, at) }, { key: '21', value: value.slice(at + 2) }]
  return { certain: false, elements }
}
