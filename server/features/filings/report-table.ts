import type { AuthorityReport, ReportForm } from './filing.type.ts'

/** One field of a form: a row, so that a new edition is a new table and no new code. */
export interface FieldRow<Facts> {
  readonly number: string
  readonly label: string
  readonly labelZh: string
  readonly value: (facts: Facts) => string | number | boolean | readonly string[] | null | undefined
  /** Need not be filled in, or not in every case. */
  readonly optional?: true
  /** Number and words were read in a copy of the text, and are not only remembered. */
  readonly verified?: true
  readonly note?: string
}

export interface FormTable<Facts> {
  readonly form: ReportForm
  readonly title: string
  readonly titleZh: string
  readonly source: string
  readonly blocks: readonly { readonly title: string; readonly titleZh: string; readonly fields: readonly FieldRow<Facts>[] }[]
}

/** For what a hub without patients' identities cannot know. */
export const byPerson = (): null => null

const textOf = (value: ReturnType<FieldRow<never>['value']>): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'object') return value.length > 0 ? value.join('; ') : null
  return String(value)
}

/** A form filled with facts, and what is missing in it. */
export const fillForm = <Facts>({ blocks, ...form }: FormTable<Facts>, facts: Facts, asOf: string): AuthorityReport => {
  const filled = blocks.map(({ fields, ...block }) => ({
    ...block,
    fields: fields.map(({ number, label, labelZh, value, optional = false, verified = false, note }) => {
      const text = textOf(value(facts))
      return { number, label, labelZh, value: text, missing: text === null && !optional, verified, note: note ?? null }
    }),
  }))
  return { ...form, asOf, blocks: filled, missing: filled.flatMap(({ fields }) => fields.filter(({ missing }) => missing).map(({ number }) => number)) }
}
