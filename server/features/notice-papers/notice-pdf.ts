import { type Column, type Language, Paper } from '../../paper/paper.ts'
import type { Row } from '../evidence/pages.ts'
import { amount, choice, dayAndTime, isRow, text } from '../evidence/row-text.ts'
import { answersOf, placesOf, proceduresOf } from './notice-row.ts'
import { actionWord, type NoticeWords, noticeWords } from './notice-words.ts'

/** More rows nobody reads on paper; the CSV has them all. */
export const mostRows = 1_500

const columnsIn = (language: Language, words: NoticeWords): Column<Row>[] => [
  { head: words.product, share: 3.4, cell: (row) => [choice(row['product'], language), text(row['product'], 'model')].filter(Boolean).join(' · ') },
  { head: words.number, share: 2.6, cell: (row) => [text(row, 'lotNumber'), text(row, 'serialNumber')].filter(Boolean).join(' / ') },
  { head: words.quantity, share: 1.2, cell: (row) => amount(row['quantity']) },
  { head: words.place, share: 2.2, cell: (row) => [placesOf(row, language), proceduresOf(row)].filter(Boolean).join('\n') },
  { head: words.answer, share: 1.6, cell: (row) => answersOf(row, language) },
]

const inLanguage = (recall: Row, field: string, language: Language): string => (language === 'zh' ? text(recall, `${field}Zh`) : '') || text(recall, field)

/** A notice on paper: what to do, exactly its recipient's devices, and a form to answer by. */
export const noticePdf = (notice: Row, items: readonly Row[], language: Language): Paper['stream'] => {
  const words = noticeWords(language)
  const recall = isRow(notice['recall']) ? notice['recall'] : {}
  const maker = isRow(items[0]?.['product']) ? items[0]['product']['manufacturer'] : null
  const title = inLanguage(recall, 'title', language)
  const paper = new Paper({ title: `${words.title} · ${title}`, language, madeAt: new Date().toISOString(), foot: `${words.title} ${text(recall, 'reference')}` })
  if (recall['drill'] === true) paper.text(words.drill)
  paper.facts([
    [words.to, choice(notice['recipient'], language)], [words.from, [choice(maker, language), text(maker, 'address'), text(maker, 'phone')].filter(Boolean).join(', ')], [words.reference, text(recall, 'reference')], [words.class, text(recall, 'classification')],
    [words.issued, dayAndTime(notice['issuedAt'])], [words.respondBy, dayAndTime(notice['respondBy'])], [words.reason, inLanguage(recall, 'reason', language)], [words.risk, inLanguage(recall, 'riskStatement', language)],
    [words.actions, (recall['actions'] as readonly string[]).map((action) => actionWord(action, language)).join(language === 'zh' ? '；' : '; ')],
  ])
  paper.heading(words.devices)
  paper.table(columnsIn(language, words), items)
  const more = Number(notice['itemCount']) - items.length
  if (more > 0) paper.text(words.more.replace('{count}', String(more)), { quiet: true })
  paper.heading(words.reply)
  paper.text(words.replyText)
  for (const label of [words.none, words.held, words.returned, words.destroyed, words.used, words.forwarded, words.name, words.phone, words.date]) paper.blank(label)
  paper.end()
  return paper.stream
}
