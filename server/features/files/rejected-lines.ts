import { Readable } from 'node:stream'
import type { Reader } from '../../kernel/graph.ts'
import { byteOrderMark, csvLine } from '../exports/csv.ts'
import { cellText } from './cell.rules.ts'
import { importPath } from './file-store.ts'
import type { StoredJob } from './import-job.ts'
import type { Problem } from './line.rules.ts'
import { type Language, reasonIn } from './reason-words.ts'
import { openTable, type Table } from './table.ts'
import { problemsOf } from './work-on-import.ts'
import { xlsxOf } from './xlsx-write.ts'

const reasonHead = { en: 'Why not taken', zh: '未接收原因' } as const

const said = ({ column, ...problem }: Problem, language: Language): string => `${column === null ? '' : `${column}: `}${reasonIn(language, problem)}`

/** Lines that were not taken, as the file had them, with why in a last column; read beside the problems, which have the file's order. */
async function* rejectedRows(graph: Reader, job: StoredJob, { names, lines }: Table, language: Language): AsyncGenerator<string[]> {
  yield [...names.filter((name) => name !== reasonHead.en && name !== reasonHead.zh), reasonHead[language]]
  const kept = names.map((name) => name !== reasonHead.en && name !== reasonHead.zh)
  const reasons = new Map<number, string[]>()
  for await (const problems of problemsOf(graph, job.id, job.round)) for (const problem of problems) reasons.set(problem.line, [...(reasons.get(problem.line) ?? []), said(problem, language)])
  for await (const { line, cells } of lines) {
    const why = reasons.get(line)
    if (why) yield [...cells.filter((_, index) => kept[index]).map(cellText), why.join(' ')]
  }
}

async function* csvText(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  let mark = byteOrderMark
  for await (const row of rows) {
    yield mark + csvLine(row)
    mark = ''
  }
}

/**
 * What was not taken in the job's newest round, in the file's own columns and a reason: to be mended and sent again, or
 * sent again as it is. Rows come as a stream.
 */
export const rejectedLines = async (graph: Reader, dataFolder: string, job: StoredJob, kind: 'csv' | 'xlsx', language: Language): Promise<Readable> => {
  const table = await openTable(importPath(dataFolder, job.sha256), job)
  const rows = rejectedRows(graph, job, table, language)
  return kind === 'csv' ? Readable.from(csvText(rows)) : xlsxOf([{ name: language === 'zh' ? '未接收' : 'Rejected', widths: [...table.names.map(() => 22), 60], rows }])
}
