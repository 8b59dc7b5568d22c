import { describe, expect, it } from 'vitest'
import { caseForms, recallForms } from '../../../server/features/filings/build-report.ts'
import { ReportForm } from '../../../server/features/filings/filing.type.ts'
import { fillForm, type FormTable } from '../../../server/features/filings/report-table.ts'

const numbersOf = (form: FormTable<never>): string[] => form.blocks.flatMap(({ fields }) => fields.map(({ number }) => number))

describe('the authorities\' forms', () => {
  it('are all there, each number once, in both languages', () => {
    const forms = { ...caseForms, ...recallForms } as Record<string, FormTable<never>>
    expect(Object.keys(forms).sort()).toEqual(Object.keys(ReportForm).sort())
    for (const form of Object.values(forms)) {
      const numbers = numbersOf(form)
      expect(new Set(numbers).size, form.form).toBe(numbers.length)
      for (const { title, titleZh, fields } of form.blocks) for (const text of [title, titleZh, ...fields.flatMap(({ label, labelZh }) => [label, labelZh])]) expect(text).not.toBe('')
    }
  })

  it('number 3500A as 21 CFR 803.52 does, and MIR as its sections', () => {
    expect(numbersOf(caseForms.FDA_3500A as FormTable<never>)).toEqual(expect.arrayContaining(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'D1', 'D4', 'E1', 'G4', 'H1', 'H6']))
    expect(numbersOf(caseForms.EU_MIR as FormTable<never>).slice(0, 11)).toEqual(['1.1a', '1.1b', '1.1c', '1.1d', '1.2a', '1.2b', '1.2c', '1.2d', '1.2e', '1.2f', '1.2g'])
    expect(numbersOf(caseForms.NMPA_CASE as FormTable<never>).slice(2)).toEqual(Array.from({ length: 23 }, (_, at) => String(at + 1)))
  })

  it('list what is missing, and nothing that may be empty', () => {
    const table: FormTable<{ known: string | null }> = { form: ReportForm.EU_FSN, title: 't', titleZh: 't', source: 's', blocks: [{ title: 'b', titleZh: 'b', fields: [
      { number: '1', label: 'a', labelZh: 'a', value: ({ known }) => known },
      { number: '2', label: 'b', labelZh: 'b', value: () => null },
      { number: '3', label: 'c', labelZh: 'c', value: () => [], optional: true },
      { number: '4', label: 'd', labelZh: 'd', value: () => false, verified: true },
    ] }] }
    const report = fillForm(table, { known: 'yes' }, '2026-11-22T00:00:00.000Z')
    expect(report.missing).toEqual(['2'])
    expect(report.blocks[0]?.fields.map(({ value, verified }) => [value, verified])).toEqual([['yes', false], [null, false], [null, false], ['No', true]])
  })
})
