import type { Language } from '../../paper/paper.ts'
import type { Words } from './evidence-words.ts'
import type { PackSubject, SubjectKind } from './pack-subject.ts'
import type { Row } from './pages.ts'
import { amount, choice, dayAndTime, isRow, partyText, rowsIn, text } from './row-text.ts'

type Facts = (readonly [label: string, value: string])[]

export interface FactList {
  readonly heading: string
  readonly facts: Facts
}

interface Told {
  readonly facts: Row
  readonly language: Language
  readonly words: Words
}

const productFacts = (product: unknown, { language, words }: Told): Facts => isRow(product)
  ? [
      [words.product, [choice(product, language), text(product, 'model')].filter(Boolean).join(' · ')], [words.di, text(product, 'di')], [words.maker, choice(product['manufacturer'], language)],
      [words.registrations, rowsIn(product, 'registrations').map((row) => `${text(row, 'market')} ${text(row, 'number')}`).join('; ')],
    ]
  : []

const spans = (row: Row, { words }: Told): Facts => [[words.manufacturedOn, text(row, 'manufacturedOn')], [words.expiresOn, text(row, 'expiresOn')], [words.holds, text(row, 'holds')]]

const serialFacts = (row: Row, told: Told): Facts => {
  const { language, words } = told
  const held = [partyText(row['holder'], language, words), choice(row['site'], language), row['heldSince'] ? `${words.since} ${dayAndTime(row['heldSince'])}` : ''].filter(Boolean).join(' · ')
  return [[words.serialNumber, text(row, 'serialNumber')], [words.udi, text(row, 'udi')], [words.lot, text(row['batch'], 'lotNumber')], ...productFacts(row['product'], told), ...spans(row, told), [words.status, text(row, 'status')], [words.holder, held], [words.carton, text(row['logisticUnit'], 'sscc')]]
}

/** As maintained: what is in it, and what was. */
const partFacts = (row: Row): Facts => rowsIn(row, 'parts').map((part) => [
  text(part, 'position') || '–',
  [text(part['serial'], 'serialNumber') || text(part['batch'], 'lotNumber'), `${dayAndTime(part['installedAt'])} – ${dayAndTime(part['removedAt'])}`].join(' · '),
])

/** The words of the paper's language, or the other where there are none. */
const written = (row: Row, field: string, language: Language): string => (language === 'zh' ? text(row, `${field}Zh`) : '') || text(row, field) || text(row, `${field}Zh`)

const clockFact = (clock: Row, { language, words }: Told): Facts[number] =>
  [written(clock, 'title', language), `${words.due} ${dayAndTime(clock['dueOn'])} · ${text(clock, 'state')} · ${text(clock, 'source')}${clock['verified'] ? '' : words.unverified}`]

const authorityFacts = (row: Row, told: Told): Facts => rowsIn(row, 'authorities').flatMap((one): Facts => [
  [text(one, 'jurisdiction'), [text(one, 'authority'), text(one, 'level') && `${told.words.level} ${text(one, 'level')}`, text(one, 'reference')].filter(Boolean).join(' · ')],
  ...rowsIn(one, 'clocks').map((clock) => clockFact(clock, told)),
])

const batchFacts = (row: Row, told: Told): Facts =>
  [[told.words.lot, text(row, 'lotNumber')], [told.words.udi, text(row, 'udi')], ...productFacts(row['product'], told), ...spans(row, told), [told.words.quantity, amount(row['quantity'])], [told.words.serialCount, text(row, 'serialCount')]]

const caseLists = (told: Told): FactList[] => {
  const { facts: row, language, words } = told
  const device = isRow(row['device']) ? serialFacts(row['device'], told) : isRow(row['batch']) ? batchFacts(row['batch'], told) : []
  return [
    { heading: words.facts, facts: [
      [words.status, text(row, 'status')], [words.occurredOn, text(row, 'occurredOn')], [words.awareOn, text(row, 'awareOn')], [words.receivedAt, dayAndTime(row['receivedAt'])], [words.reportedBy, partyText(row['reportedBy'], language, words)],
      [words.outcomes, text(row, 'outcomes')], [words.description, text(row, 'description')], [words.codes, rowsIn(row, 'codes').map((code) => `${text(code, 'code')} ${text(code, 'term')}`).join('; ')], [words.assessment, text(row, 'assessment')], [words.conclusion, text(row, 'conclusion')],
    ] },
    { heading: words.product, facts: device },
    { heading: words.clocks, facts: rowsIn(row, 'clocks').map((clock) => clockFact(clock, told)) },
    { heading: words.filed, facts: rowsIn(row, 'reports').map((report) => [text(report, 'rule'), `${text(report, 'reference')} · ${dayAndTime(report['filedOn'])}`]) },
    { heading: words.lots, facts: rowsIn(isRow(row['context']) ? row['context'] : {}, 'lots').map((lot) => [text(lot, 'lotNumber'), [text(lot, language === 'zh' ? 'productNameZh' : 'productName') || text(lot, 'productName'), partyText(lot['supplier'], language, words)].filter(Boolean).join(' · ')]) },
    { heading: words.related, facts: rowsIn(isRow(row['context']) ? row['context'] : {}, 'related').map((other) => [text(other['adverseEvent'], 'caseNumber'), `${text(other, 'relation')} · ${text(other['adverseEvent'], 'occurredOn')}`]) },
  ]
}

const recallLists = (told: Told): FactList[] => {
  const { facts: row, language, words } = told
  const progress = isRow(row['progress']) ? row['progress'] : {}
  return [
    { heading: words.facts, facts: [
      [words.name, written(row, 'title', language)], [words.classification, text(row, 'classification')], [words.status, text(row, 'status')], [words.drill, row['drill'] ? words.yes : ''], [words.reason, written(row, 'reason', language)], [words.risk, written(row, 'riskStatement', language)],
      [words.actions, text(row, 'actions')], [words.approvedAt, dayAndTime(row['approvedAt'])], [words.respondBy, dayAndTime(row['respondBy'])], [words.closedAt, dayAndTime(row['closedAt'])], [words.authority, text(row, 'authorityReference')], [words.conclusion, text(row, 'conclusion')],
    ] },
    { heading: words.clocks, facts: authorityFacts(row, told) },
    { heading: words.progress, facts: [
      [words.covered, text(progress, 'serialCount')], [words.units, text(progress, 'unitCount')], [words.notices, text(progress, 'noticeCount')], [words.acknowledged, text(progress, 'acknowledgedCount')], [words.answered, text(progress, 'respondedCount')],
      [words.accounted, `${text(progress, 'accountedForCount')} + ${text(progress, 'accountedForUnits')} (${(Number(progress['accountedForRate'] ?? 0) * 100).toFixed(1)} %)`], [words.onHand, text(progress, 'quantityOnHand')], [words.returned, text(progress, 'quantityReturned')], [words.corrected, text(progress, 'quantityCorrected')],
      [words.checks, `${text(progress['effectivenessChecks'], 'made')} (${text(progress['effectivenessChecks'], 'effective')})`],
    ] },
    { heading: words.country, facts: rowsIn(progress, 'countries').map((country) => [text(country, 'country') || '–', `${words.notices} ${text(country, 'noticeCount')} · ${words.answered} ${text(country, 'respondedCount')} · ${words.outstanding} ${text(country, 'outstandingCount')}`]) },
  ]
}

const lists: Readonly<Record<SubjectKind, (told: Told) => FactList[]>> = {
  serial: (told) => [{ heading: told.words.facts, facts: serialFacts(told.facts, told) }, { heading: told.words.parts, facts: partFacts(told.facts) }],
  batch: (told) => [{ heading: told.words.facts, facts: batchFacts(told.facts, told) }],
  case: caseLists,
  recall: recallLists,
}

/** What a pack says of its subject, in the paper's language; lists without anything are left out. */
export const factLists = ({ kind, facts }: PackSubject, language: Language, words: Words): FactList[] =>
  lists[kind]({ facts, language, words }).map(({ heading, facts: told }) => ({ heading, facts: told.filter(([, value]) => value !== '') })).filter(({ facts: told }) => told.length > 0)
