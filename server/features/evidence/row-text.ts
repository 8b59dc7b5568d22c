import type { Language } from '../../paper/paper.ts'
import type { Words } from './evidence-words.ts'
import type { Row } from './pages.ts'

/** Values of what the API answered, as words on paper. */

export const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = (row: unknown, field: string): string => {
  const value = isRow(row) ? row[field] : null
  return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value)
}

/** A name in the paper's language, or the other where it has none. */
export const choice = (thing: unknown, language: Language): string =>
  (language === 'zh' ? text(thing, 'nameZh') || text(thing, 'name') : text(thing, 'name') || text(thing, 'nameZh'))

/** A party by its name; one that may not be known by its kinds and country. */
export const partyText = (party: unknown, language: Language, { kindOnly }: Words): string =>
  !isRow(party) ? '' : choice(party, language) || `${[text(party, 'kinds'), text(party, 'country')].filter(Boolean).join(', ')}${kindOnly}`

export const dayAndTime = (moment: unknown): string => (typeof moment === 'string' ? moment.replace('T', ' ').replace(/\.\d+Z$|Z$/, '') : '')

export const amount = (quantity: unknown): string => (isRow(quantity) ? `${text(quantity, 'value')} ${text(quantity, 'unit')}` : '')

export const rowsIn = (row: Row, field: string): readonly Row[] => {
  const value = row[field]
  return Array.isArray(value) ? value.filter(isRow) : []
}
