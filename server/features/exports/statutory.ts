import { Refusal } from '../../kernel/errors.ts'
import type { Reader } from '../../kernel/graph.ts'
import type { Language } from '../files/reason-words.ts'
import { headerOf } from '../files/template.ts'
import { byteOrderMark, type CsvCell, csvLine } from './csv.ts'
import { keptUntilText, type Retention } from './retention.rules.ts'
import { type Span, statutoryEvents, type StatutoryKind, type StatutoryRow, statutoryRows } from './statutory.cypher.ts'
import { templateCell, templateOfKind } from './template-cells.ts'

const atOnce = 200
const mostEvents = 200_000

/** What the law asks beside what the template says (order 739, art. 45). */
const columns: readonly (readonly [string, (row: StatutoryRow, retention: Retention) => CsvCell])[] = [
  ['步骤 step', (row) => row.step],
  ['名称 name', (row) => row.nameZh ?? row.name],
  ['规格型号 model', (row) => row.model],
  ['器械标识 UDI-DI', (row) => row.di],
  ['注册证备案号 registration', (row) => row.registrations.join('; ')],
  ['批号 lot', (row) => row.lot],
  ['序列号 serial', (row) => row.serial],
  ['生产日期 made', (row) => row.manufacturedOn],
  ['有效期至 expires', (row) => row.expiresOn],
  ['注册人备案人 registrant', (row) => row.maker],
  ['受托生产企业 contract manufacturer', (row) => row.contractMaker],
  ['往来单位 counterparty', (row) => row.party && (row.party.nameZh ?? row.party.name)],
  ['地址 address', (row) => row.party && row.party.address],
  ['联系方式 contact', (row) => row.party && row.party.phone],
  ['许可证号 licences', (row) => row.licences.join('; ')],
  ['场所 site', (row) => row.site],
  ['声明误录 declared a mistake', (row) => row.correctedAt],
  ['保存至 keep until', keptUntilText],
]

export const isStatutoryKind = (text: string): text is StatutoryKind => Object.hasOwn(statutoryEvents, text)

/**
 * The events of the viewer's organization in a span, oldest first.
 * @throws Refusal TOO_LARGE where they are too many for one file
 */
export const statutoryEventIds = async (graph: Reader, kind: StatutoryKind, span: Span): Promise<string[]> => {
  const ids = (await graph.read(statutoryEvents[kind], span)).map(({ id }) => id)
  if (ids.length > mostEvents) throw new Refusal('TOO_LARGE', `These are ${ids.length} events. Ask for a shorter span: one file holds ${mostEvents}.`)
  return ids
}

/**
 * The CSV, piece by piece, so that a large one is never in memory as a whole: the columns of the template by which such
 * records come in, so that it can be read in again, then those that the law asks besides.
 */
export async function* statutoryCsv(graph: Reader, kind: StatutoryKind, ids: readonly string[], { language, retention }: { language: Language; retention: Retention }): AsyncGenerator<string> {
  const template = templateOfKind[kind]
  yield byteOrderMark + csvLine([...template.map((column) => headerOf(column, language)), ...columns.map(([head]) => head)])
  for (let begin = 0; begin < ids.length; begin += atOnce) {
    const rows = await graph.read(statutoryRows, { kind, ids: ids.slice(begin, begin + atOnce) })
    yield rows.map((row) => csvLine([...template.map((column) => templateCell(column, row, kind)), ...columns.map(([, cell]) => cell(row, retention))])).join('')
  }
}
