/** What a register's record holds, whether it came as JSON or as XML. */
export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object under a name, or an empty one: an absent group and an empty one say the same. */
export const group = (fields: Fields, name: string): Fields => {
  const value = fields[name]
  return isFields(value) ? value : {}
}

/** The objects of a list: none, one, or an array of them (XML and both JSON forms differ in this). */
export const list = (fields: Fields, name: string): Fields[] => {
  const value = fields[name]
  return (Array.isArray(value) ? value : [value]).filter(isFields)
}

// What people type into a field that the register's form does not let them leave empty.
const nothing = new Set(['', '/', '\\', '-', '--', '无', '不适用', 'N/A', 'NA'])

/** Text with single spaces and without control characters; undefined where nothing is said. */
export const text = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const tidy = String(value).replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return nothing.has(tidy.toUpperCase()) ? undefined : tidy
}

const yes = new Set(['true', '1', '是', 'y', 'yes'])
const no = new Set(['false', '0', '否', 'n', 'no'])

/** Yes or no, in any of the registers' spellings; undefined where neither is said. */
export const flag = (fields: Fields, name: string): boolean | undefined => {
  const said = String(fields[name] ?? '').trim().toLowerCase()
  return yes.has(said) ? true : no.has(said) ? false : undefined
}

/** A whole number from 1. */
export const count = (fields: Fields, name: string): number | undefined => {
  const value = Number(text(fields, name))
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}

/** A day as YYYY-MM-DD, from a date, a time, or eight digits; undefined where the calendar has no such day. */
export const day = (fields: Fields, name: string): string | undefined => {
  const [, year, month, date] = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)/.exec(text(fields, name) ?? '') ?? []
  const written = `${year}-${month}-${date}`
  const read = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(written) ? written : undefined
}
