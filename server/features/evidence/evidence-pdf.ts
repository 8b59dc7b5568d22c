import { type Column, type Language, Paper } from '../../paper/paper.ts'
import { readCheckpoint } from '../../record/note.ts'
import { drawAcceptances } from './draw-acceptances.ts'
import { drawGenealogy, type DrawnGenealogy } from './draw-genealogy.ts'
import { filled, stepWord, type Words, wordsOf } from './evidence-words.ts'
import { factLists } from './evidence-facts.ts'
import { isAnyLeftOut, type LeftOut, leftOutPath } from './left-out.ts'
import type { PackedPaper } from './pack-papers.ts'
import type { PackedRecord } from './pack-record.ts'
import type { PackSubject } from './pack-subject.ts'
import type { Row } from './pages.ts'
import { choice, dayAndTime, partyText, text } from './row-text.ts'

export interface PdfContent {
  readonly pack: string
  readonly madeAt: string
  readonly madeFor: string
  readonly language: Language
  readonly subject: PackSubject
  readonly timeline: { readonly shown: readonly Row[]; readonly total: number } | null
  readonly genealogies: readonly DrawnGenealogy[]
  readonly documents: readonly PackedPaper[]
  readonly filings: readonly Row[]
  readonly leftOut: LeftOut
  readonly signatures: readonly Row[]
  readonly record: PackedRecord
}

/** A longer list is in its files. */
export const mostShown = 400

const more = (paper: Paper, words: Words, shown: number, total: number, file: string): void => {
  if (shown < total) paper.text(filled(words.more, { shown, total, file }), { quiet: true })
}

const timeline = (paper: Paper, words: Words, { timeline: events, language }: PdfContent): void => {
  if (!events) return
  const columns: Column<Row>[] = [
    { head: words.time, share: 2.2, cell: (row) => dayAndTime(row['eventTime']) },
    { head: words.step, share: 2, cell: (row) => `${stepWord(text(row, 'bizStep') || text(row, 'type'), language)}${row['errorDeclaredAt'] ? words.mistake : ''}` },
    { head: words.from, share: 2.4, cell: (row) => partyText(row['from'], language, words) },
    { head: words.to, share: 2.4, cell: (row) => partyText(row['to'], language, words) },
    { head: words.place, share: 2, cell: (row) => choice(row['site'], language) },
    { head: words.document, share: 1.8, cell: (row) => text(row, 'documentNumber') },
  ]
  paper.heading(words.timeline)
  paper.table(columns, events.shown)
  more(paper, words, events.shown.length, events.total, 'timeline.csv')
  drawAcceptances(paper, events.shown, language)
}

const genealogy = (paper: Paper, words: Words, { genealogies, language }: PdfContent): void => {
  if (genealogies.length > 0) paper.heading(words.genealogy)
  for (const tree of genealogies) drawGenealogy(paper, tree, language)
}

const documents = (paper: Paper, words: Words, { documents: papers, language }: PdfContent): void => {
  paper.heading(words.documents)
  if (papers.length === 0) return paper.text(words.none)
  paper.table<PackedPaper>([
    { head: words.kind, share: 1.6, cell: ({ kind }) => kind },
    { head: words.name, share: 3, cell: ({ title, titleZh }) => (language === 'zh' ? titleZh : null) ?? title },
    { head: words.issued, share: 1.2, cell: ({ issuedOn }) => issuedOn ?? '' },
    { head: words.issuer, share: 2, cell: ({ issuer }) => choice(issuer, language) },
    { head: words.sum, share: 3.4, cell: ({ sha256 }) => sha256 },
  ], papers.slice(0, mostShown))
  more(paper, words, Math.min(papers.length, mostShown), papers.length, 'documents.csv')
}

/** Each report in full is in its file. */
const filings = (paper: Paper, words: Words, { filings: filed }: PdfContent): void => {
  if (filed.length === 0) return
  paper.heading(words.filed)
  paper.table<Row>([
    { head: words.form, share: 2, cell: (row) => text(row, 'form') },
    { head: words.agency, share: 1.6, cell: (row) => text(row, 'authority') },
    { head: words.number, share: 2.2, cell: (row) => text(row, 'number') },
    { head: words.filedOn, share: 2, cell: (row) => dayAndTime(row['filedOn']) },
    { head: words.sum, share: 3.4, cell: (row) => text(row, 'sha256') },
  ], filed)
  paper.text(filled(words.allIn, { file: 'filings.json' }), { quiet: true })
}

const leftOut = (paper: Paper, words: Words, { leftOut: absent }: PdfContent): void => {
  if (!isAnyLeftOut(absent)) return
  paper.heading(words.leftOut)
  const { papersOf, genealogyOf, cutShort, originals } = absent
  paper.text(filled(words.leftOutText, { papers: papersOf.length, trees: genealogyOf.length, cut: cutShort.length, originals: originals.length, file: leftOutPath }))
}

const signatures = (paper: Paper, words: Words, { signatures: rows, language }: PdfContent): void => {
  paper.heading(words.signatures)
  if (rows.length === 0) return paper.text(words.none)
  paper.table<Row>([
    { head: words.signer, share: 1.8, cell: (row) => (language === 'zh' ? text(row, 'signerZh') : '') || text(row, 'signer') || words.withheld },
    { head: words.signedFor, share: 2, cell: (row) => partyText(row['organization'], language, words) },
    { head: words.time, share: 2, cell: (row) => dayAndTime(row['signedAt']) },
    { head: words.meaning, share: 2.4, cell: (row) => text(row, 'meaning') },
    { head: words.act, share: 1.6, cell: (row) => text(row, 'act') },
    { head: words.signed, share: 3, cell: (row) => text(row, 'hash') },
  ], rows)
}

const record = (paper: Paper, words: Words, { record: { record: proved, shown, total }, language }: PdfContent): void => {
  const who = (row: Row): string => {
    const actor = row['actor'] as Row
    return ((language === 'zh' ? text(actor, 'nameZh') : '') || text(actor, 'name') || partyText(actor['organization'], language, words) || words.withheld)
  }
  paper.heading(words.record)
  paper.table<Row>([
    { head: words.sequence, share: 1, cell: (row) => text(row, 'sequence') },
    { head: words.time, share: 2.2, cell: (row) => dayAndTime(row['at']) },
    { head: words.action, share: 2.6, cell: (row) => text(row, 'action') },
    { head: words.who, share: 2.2, cell: who },
    { head: words.outcome, share: 1.4, cell: (row) => `${text(row, 'outcome')} ${text(row, 'code')}`.trim() },
    { head: words.reason, share: 2.6, cell: (row) => text(row, 'reason') },
  ], shown)
  more(paper, words, shown.length, total, 'audit/trail.csv')
  const checkpoint = proved.checkpoint === null ? undefined : readCheckpoint(proved.checkpoint)
  paper.text(checkpoint ? filled(words.proofs, { count: proved.proofs.length, size: checkpoint.size, root: checkpoint.root.toString('base64') }) : words.unsealed)
}

/** The pack as people read it. It is read while it is written. */
export const evidencePdf = (content: PdfContent): Paper['stream'] => {
  const { language, subject, pack, madeAt, madeFor } = content
  const words = wordsOf(language)
  const title = `${words.title[subject.kind]} ${subject.label}`
  const paper = new Paper({ title, language, madeAt, foot: `${title} · ${pack}` })
  paper.facts([[words.pack, pack], [words.madeAt, dayAndTime(madeAt)], [words.madeFor, madeFor]])
  for (const { heading, facts } of factLists(subject, language, words)) {
    paper.heading(heading)
    paper.facts(facts)
  }
  for (const part of [timeline, genealogy, documents, leftOut, filings, signatures, record]) part(paper, words, content)
  paper.heading(words.verify)
  paper.text(words.verifyText)
  if (subject.kind === 'case') paper.text(words.withoutReporter, { quiet: true })
  paper.end()
  return paper.stream
}
