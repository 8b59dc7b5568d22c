import type { Disposition } from './notice.query.ts'
import { type AnswerLine, dispositions } from './notice-answer.ts'

/** An answer that was made in a spreadsheet. */
export interface FileAnswer {
  lines: AnswerLine[]
  /** Lines of the file, counted from 1, whose disposition or quantity cannot be read. */
  unread: number[]
}

/** The columns by their headings, in either language. */
const headings = {
  code: ['udi', 'code', '编码', '器械标识'],
  disposition: ['disposition', 'what was done', '处置'],
  quantity: ['quantity', '数量'],
  forwardedTo: ['forwarded to', 'forwardedto', 'passed on to', '转给谁'],
} as const

type Column = keyof typeof headings
const columnOf = (heading: string): Column | undefined =>
  (Object.keys(headings) as Column[]).find((column) => (headings[column] as readonly string[]).includes(heading.trim().toLowerCase()))

/** UTF-8, or what Chinese Excel writes. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/**
 * Reads an answer from CSV text with a row of headings; lines without a disposition are not answered yet.
 * @param words what each disposition is called, besides its code
 */
export async function readAnswerFile(text: string, words: ReadonlyMap<string, Disposition>): Promise<FileAnswer> {
  const { parse } = await import('csv-parse/browser/esm/sync')
  const table = parse(text, { bom: true, delimiter: [',', ';', '\t'], relax_column_count: true, trim: true, columns: (row: string[]) => row.map((heading) => columnOf(heading) ?? false) }) as unknown as Partial<Record<Column, string>>[]
  const answer: FileAnswer = { lines: [], unread: [] }
  for (const [index, { code = '', disposition = '', quantity = '', forwardedTo = '' }] of table.entries()) {
    if (disposition === '') continue
    const known = dispositions.find((one) => one === disposition.toUpperCase()) ?? words.get(disposition)
    const amount = quantity === '' ? null : Number(quantity)
    if (code === '' || !known || Number.isNaN(amount)) answer.unread.push(index + 2)
    else answer.lines.push({ code, disposition: known, quantity: amount, forwardedTo })
  }
  return answer
}
