import { byteOrderMark, csvLine } from '../exports/csv.ts'
import type { CellKind, Column } from './column.ts'
import type { Language } from './reason-words.ts'
import { reportNamed, type ReportName } from './reports.ts'
import { xlsxBytes } from './xlsx-write.ts'

/** A template's name of a column; needed ones have a star. */
export const headerOf = ({ en, zh, required }: Column, language: Language): string => `${language === 'zh' ? zh : en}${required ? ' *' : ''}`

/** Columns of a report that people fill in. */
export const templateColumns = (columns: readonly Column[]): Column[] => columns.filter(({ ofExports }) => ofExports !== true)

const titles = { en: ['Lines', 'How to fill in', 'Column', 'Needed', 'What to write'], zh: ['明细', '填写说明', '列', '必填', '填写方法'] } as const

const kinds: Readonly<Record<CellKind, Readonly<Record<Language, string>>>> = {
  text: { en: 'Text', zh: '文字' },
  code: { en: 'As scanned or printed: UDI, serial or lot number, SSCC, GLN, credit code or hub code', zh: '按扫描或标签填写：UDI、序列号、批号、SSCC、GLN、统一社会信用代码或平台代码' },
  number: { en: 'A number, as 12 or 0.5', zh: '数字，如 12 或 0.5' },
  moment: { en: 'A time, as 2026-11-22 14:30', zh: '时间，如 2026-11-22 14:30' },
  day: { en: 'A day, as 2026-11-22', zh: '日期，如 2026-11-22' },
  yesNo: { en: 'yes or no', zh: '是 或 否' },
  lots: { en: 'Lots as code, quantity, unit, with semicolons between: R26-0118 4.5 KGM; R26-0120 1 KGM', zh: '批次编码、数量、单位，之间用分号：R26-0118 4.5 KGM; R26-0120 1 KGM' },
  documents: { en: 'File names of documents that you uploaded, or their SHA-256, with semicolons between', zh: '已上传文件的文件名或 SHA-256，之间用分号' },
  choice: { en: 'One of: ', zh: '可选：' },
}

const howTo = ({ kind, choices = {} }: Column, language: Language): string =>
  kinds[kind][language] + (kind === 'choice' ? Object.entries(choices).map(([value, [word]]) => (language === 'zh' ? `${word}（${value}）` : value)).join(language === 'zh' ? '、' : ', ') : '')

/** An empty table for a report, to be filled in and sent: the exports of rejected lines have the same columns. The workbook explains each on a second sheet. */
export const templateOf = async (name: ReportName, kind: 'csv' | 'xlsx', language: Language): Promise<string | Buffer> => {
  const columns = templateColumns(reportNamed(name).columns)
  const header = columns.map((column) => headerOf(column, language))
  if (kind === 'csv') return byteOrderMark + csvLine(header)
  const [lines, help, ...head] = titles[language]
  const rows = columns.map((column) => [headerOf(column, language), column.required ? (language === 'zh' ? '是' : 'yes') : '', howTo(column, language)])
  return xlsxBytes([{ name: lines, widths: header.map(() => 22), rows: [header] }, { name: help, widths: [24, 10, 90], rows: [head, ...rows] }])
}
