import { CSET39, CSET64, CSET82, consistsOf, DIGIT_SET } from './characters.ts'
import { hasRightCheckDigit } from './check-digit.ts'
import { readDate, type DateFormat } from './dates.ts'
import type { Ai, AiCharacters, AiComponent } from './gs1-ai.ts'
import type { CheckOutcome } from './label.ts'
import type { LabelWarningCode } from './warnings.ts'

export interface AiFinding { problem?: LabelWarningCode; check?: CheckOutcome }

const SETS: Record<AiCharacters, ReadonlySet<string>> = { N: DIGIT_SET, X: CSET82, Y: CSET39, Z: CSET64 }
const DATES: Record<string, DateFormat> = { yymmd0: 'YYMMDD', yymmdd: 'YYMMDD' }

/** Holds a value against its AI, component by component (GS1 General Specifications 3): what is wrong, and what its check digits say. */
export function findingsOf(ai: Ai, value: string, today: Date): AiFinding[] {
  const findings: AiFinding[] = []
  let at = 0
  for (const component of ai.components) {
    if (at >= value.length && component.optional) break
    const part = value.slice(at, at + component.max)
    findings.push(findingOf(component, part, today))
    at += part.length
  }
  if (at < value.length) findings.push({ problem: 'FIELD_TOO_LONG' })
  return findings
}

function findingOf(component: AiComponent, part: string, today: Date): AiFinding {
  if (part === '') return { problem: 'FIELD_EMPTY' }
  if (part.length < component.min) return { problem: 'FIELD_TRUNCATED' }
  if (!consistsOf(part, SETS[component.characters])) return { problem: 'CHARACTER_INVALID' }
  return lint(component.linter, part, today)
}

function lint(linter: string | undefined, part: string, today: Date): AiFinding {
  if (linter === 'csum') return { check: hasRightCheckDigit(part) ? 'RIGHT' : 'WRONG' }
  if (linter === 'hhmi') return readDate(`000101${part}`, 'YYMMDDHHMI', today) ? {} : { problem: 'DATE_IMPOSSIBLE' }
  const format = linter === undefined ? undefined : DATES[linter]
  if (format === undefined) return {}
  // Only yymmd0 lets day 00 stand for the month's last.
  const exists = readDate(part, format, today) !== undefined && !(linter === 'yymmdd' && part.endsWith('00'))
  return exists ? {} : { problem: 'DATE_IMPOSSIBLE' }
}
