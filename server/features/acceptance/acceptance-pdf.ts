import { type Column, type Language, Paper } from '../../paper/paper.ts'
import type { StatutoryRow } from '../exports/statutory.cypher.ts'
import type { AcceptanceRecord } from './acceptance.cypher.ts'
import { acceptanceWords, checkedFacts } from './acceptance-words.ts'

/** A thing that arrived, with what became of it. */
export type AcceptedRow = StatutoryRow & { readonly condition: string; readonly note: string | null }

const lines = (...texts: (string | null | undefined)[]): string => texts.filter(Boolean).join('\n')
const either = (language: Language, named: { name: string; nameZh: string | null } | null): string => (named ? (language === 'zh' && named.nameZh) || named.name : '')

const columnsIn = (language: Language): Column<AcceptedRow>[] => {
  const words = acceptanceWords(language)
  return [
    { head: words.name, share: 3, cell: (row) => lines(either(language, row), row.model, row.di) },
    { head: words.maker, share: 3, cell: (row) => lines(row.maker, row.contractMaker, row.registrations.join('; ')) },
    { head: words.number, share: 2, cell: (row) => lines(row.lot, row.serial) },
    { head: words.made, share: 1.7, cell: (row) => lines(row.manufacturedOn ?? '–', row.expiresOn ?? '–') },
    { head: words.supplier, share: 3, cell: ({ party, licences }) => lines(either(language, party), party?.address, party?.phone, licences.join('; ')) },
    { head: words.quantity, share: 1, cell: ({ quantity, unit }) => `${quantity} ${unit}` },
    { head: words.result, share: 1.6, cell: ({ condition, note }) => lines(words.condition[condition] ?? condition, note) },
  ]
}

/** The record of a receipt's acceptance on paper, with the fields of order 739, article 45. */
export const acceptancePdf = (record: AcceptanceRecord, rows: readonly AcceptedRow[], language: Language): Paper['stream'] => {
  const words = acceptanceWords(language)
  const paper = new Paper({ title: words.title, language, madeAt: new Date().toISOString(), foot: [words.title, record.documentNumber].filter(Boolean).join(' ') })
  paper.facts([
    [words.organization, either(language, record.organization)], [words.documentNumber, record.documentNumber], [words.at, record.at.slice(0, 16).replace('T', ' ')], [words.inspector, either(language, record.inspector)],
    ...checkedFacts(record, words), [words.photos, String(record.photos)], [words.remark, record.remark],
  ])
  paper.heading(words.goods)
  paper.table(columnsIn(language), rows)
  paper.text(words.basis, { quiet: true })
  for (const label of [words.sterile, words.signature, words.date]) paper.blank(label)
  paper.end()
  return paper.stream
}
