import type { Column } from './column.ts'

/** Which field each column of a file fills; null where none. By its name as `columnNames` gives it. */
export type Mapping = Readonly<Record<string, string | null>>

export interface HeaderProblem {
  readonly code: 'COLUMN_MISSING' | 'COLUMN_TWICE'
  readonly field: string
  readonly message: string
}

/** A name without what people write differently: case, spaces, hyphens, brackets, the star of a required one, half and full width. */
export const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s_\-*:./()'"（）【】[\]]+/g, '')

/** Names of a file's columns, each different: a second one of the same name is `name (2)`, one without is `column 3`. */
export const columnNames = (header: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return header.map((cell, index) => {
    const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim()
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** Names by which a column is known, its template's first. */
const namesOf = ({ field, en, zh, synonyms }: Column): string[] => [en, zh, field, ...synonyms]

/** The column that a name stands for: the template's own names win over synonyms, since one report's synonym is another's name. */
const columnNamed = (name: string, columns: readonly Column[]): Column | undefined => {
  const plain = plainName(name)
  const most = Math.max(...columns.map((column) => namesOf(column).length))
  for (let rank = 0; rank < most; rank += 1) {
    const found = columns.find((column) => plainName(namesOf(column)[rank] ?? '') === plain)
    if (found) return found
  }
  return undefined
}

/** Maps a file's columns by what they are called, or by what the partner said of such names before. */
export const mapped = (names: readonly string[], columns: readonly Column[], remembered: Mapping): Mapping =>
  Object.fromEntries(names.map((name) => {
    const before = remembered[plainName(name)]
    const known = before === undefined || before === null ? undefined : columns.find(({ field }) => field === before)
    return [name, before === null ? null : (known ?? columnNamed(name, columns))?.field ?? null]
  }))

/** What keeps a mapping from being used. */
export const headerProblems = (mapping: Mapping, columns: readonly Column[]): HeaderProblem[] =>
  columns.flatMap(({ field, en, required }): HeaderProblem[] => {
    const by = Object.entries(mapping).filter(([, filled]) => filled === field).map(([name]) => name)
    if (by.length > 1) return [{ code: 'COLUMN_TWICE', field, message: `${en} is filled by several columns (${by.join(', ')}). Choose one of them.` }]
    return by.length === 0 && required ? [{ code: 'COLUMN_MISSING', field, message: `No column fills ${en}. Choose the one that does, or take the template.` }] : []
  })

/** How well a header fits a report: what tells one delimiter from another. */
export const headerFit = (header: readonly string[], columns: readonly Column[]): number =>
  header.filter((name) => columnNamed(name, columns) !== undefined).length * 100 + header.filter((name) => /[\p{L}\p{N}]/u.test(name)).length
