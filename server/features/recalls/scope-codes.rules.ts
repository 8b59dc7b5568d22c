import { BadInput } from '../../kernel/errors.ts'
import { type ScannedCode, scannedCode } from '../custody/scanned-code.ts'
import { readLabel } from '../identify/read-label.ts'
import type { RecallScopeInput } from './recall-scope.input.ts'

const selectors = ['batches', 'serials', 'products', 'materialLots', 'suppliers', 'sites'] as const
export type ScopeSelector = (typeof selectors)[number]

/** Codes in all, those that are taken out again included. */
export const mostCodes = 1_000

/** One code of the input, read. */
export interface NamedCode extends ScannedCode {
  readonly index: number
  /** 0: in the scope; 1: taken out of it; 2: taken out of what is taken out, and so on. */
  readonly level: number
  readonly selector: ScopeSelector
  /** As it was given. */
  readonly code: string
  readonly gln: string | null
}

/** Days between which something was made, inclusive; empty text where that side is open. */
export interface MadeSpan {
  readonly from: string
  readonly to: string
}

export interface ScopeCodes {
  readonly codes: readonly NamedCode[]
  /** By level. */
  readonly spans: readonly MadeSpan[]
  /** It is the scope of a recall that was signed, is no drill and goes on: names that are kept until then are told. */
  readonly running: boolean
}

const dayText = (day: Date | string | null | undefined): string => (day instanceof Date ? day.toISOString().slice(0, 10) : (day ?? ''))

const levelsOf = (input: RecallScopeInput): RecallScopeInput[] => {
  const levels = [input]
  for (const { excluding } of levels) if (excluding) levels.push(excluding)
  return levels
}

const codesOf = (input: RecallScopeInput, level: number): Omit<NamedCode, 'index'>[] => {
  const named = selectors.flatMap((selector) =>
    (input[selector] ?? []).map((code) => ({ ...scannedCode(code), level, selector, code: code.trim(), gln: readLabel(code).gln ?? null })))
  if (named.length > 0) return named
  throw new BadInput(`${level === 0 ? 'The scope' : 'excluding'} names nothing: give at least one of ${selectors.join(', ')}.`)
}

/** The input as one list of read codes; too many, or a level without any, is told. */
export const scopeCodes = (input: RecallScopeInput): ScopeCodes => {
  const levels = levelsOf(input)
  const size = levels.reduce((sum, level) => sum + selectors.reduce((codes, selector) => codes + (level[selector]?.length ?? 0), 0), 0)
  if (size > mostCodes) throw new BadInput(`The scope names ${size} codes; at most ${mostCodes} are taken at once. Name batches or products instead of single serials.`)
  const codes = levels.flatMap(codesOf).map((named, index) => ({ ...named, index }))
  return { codes, running: false, spans: levels.map(({ manufacturedFrom, manufacturedTo }) => ({ from: dayText(manufacturedFrom), to: dayText(manufacturedTo) })) }
}

const exactlyOne: readonly ScopeSelector[] = ['batches', 'serials', 'products', 'materialLots']

/** A code left out in silence would leave devices in the field: each must have found what it names, and one thing only. */
export const refuseUnfound = (codes: readonly NamedCode[], found: ReadonlyMap<number, number>): void => {
  for (const { index, selector, code } of codes) {
    const things = found.get(index) ?? 0
    if (things === 0) throw new BadInput(`${selector}: ${code} finds nothing of yours. Check it, or take it out.`)
    if (things > 1 && exactlyOne.includes(selector)) throw new BadInput(`${selector}: ${code} fits ${things} different ones. Scan the whole label, or give product and number.`)
  }
}
