import annexA from './imdrf/annex-a.json' with { type: 'json' }
import annexB from './imdrf/annex-b.json' with { type: 'json' }
import annexC from './imdrf/annex-c.json' with { type: 'json' }
import annexD from './imdrf/annex-d.json' with { type: 'json' }
import annexE from './imdrf/annex-e.json' with { type: 'json' }
import annexF from './imdrf/annex-f.json' with { type: 'json' }
import annexG from './imdrf/annex-g.json' with { type: 'json' }

export const annexes = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
export type Annex = (typeof annexes)[number]

/** Kept with each coded case, since a code's meaning may change from one to the next. */
export const imdrfRelease = 'IMDRF N43, 2024'

export interface Term {
  readonly code: string
  readonly term: string
  readonly definition: string
  readonly selectable: boolean
}

type Row = [code: string, term: string, definition: string, selectable: boolean]

const termsOf = ({ terms }: { terms: unknown[][] }): Term[] => (terms as Row[]).map(([code, term, definition, selectable]) => ({ code, term, definition, selectable }))

const byAnnex: Record<Annex, readonly Term[]> = {
  A: termsOf(annexA), B: termsOf(annexB), C: termsOf(annexC), D: termsOf(annexD), E: termsOf(annexE), F: termsOf(annexF), G: termsOf(annexG),
}

const byCode = new Map(Object.values(byAnnex).flatMap((terms) => terms.map((term) => [term.code, term])))

export const termOf = (code: string): Term | undefined => byCode.get(code)

/** Why a code may not be given for an annex; undefined where it may. */
export const whyNotSelectable = (annex: Annex, code: string): string | undefined => {
  const term = byCode.get(code)
  if (!term || !code.startsWith(annex)) return `${code} is no code of annex ${annex} (${imdrfRelease}).`
  return term.selectable ? undefined : `${code} (${term.term}) is a heading: choose one of the terms below it.`
}

/** How well a term fits the words: all must occur; in the name before the definition. */
const rankOf = ({ code, term, definition }: Term, words: readonly string[]): number => {
  const [name, text] = [term.toLowerCase(), definition.toLowerCase()]
  if (words.some((word) => !name.includes(word) && !text.includes(word) && !code.toLowerCase().startsWith(word))) return -1
  return words.reduce((rank, word) => rank + (name.startsWith(word) ? 8 : name.includes(word) ? 4 : code.toLowerCase().startsWith(word) ? 6 : 1), 0)
}

/** Terms of an annex that may be chosen and fit the words, the best first; without words in the order of their codes. */
export const searchTerms = (annex: Annex, text: string, most: number): Term[] => {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return byAnnex[annex].filter(({ selectable }) => selectable)
    .map((term) => ({ term, rank: rankOf(term, words) })).filter(({ rank }) => rank >= 0)
    .sort((one, other) => other.rank - one.rank || (one.term.code < other.term.code ? -1 : 1))
    .slice(0, most).map(({ term }) => term)
}
