import type { Column, Language, Paper } from '../../paper/paper.ts'
import type { AcceptanceFacts } from '../acceptance/acceptance.cypher.ts'
import { acceptanceWords, checkedFacts } from '../acceptance/acceptance-words.ts'
import type { Row } from './pages.ts'
import { dayAndTime, isRow } from './row-text.ts'

interface Received {
  readonly eventTime: unknown
  readonly acceptance: AcceptanceFacts & { readonly conditions: readonly string[] }
}

const isReceived = (event: Row): event is Row & Received => isRow(event['acceptance'])

/** Of the events of a timeline, what the pack's maker itself checked on arrival: nobody else's checks are told. */
export const drawAcceptances = (paper: Paper, events: readonly Row[], language: Language): void => {
  const words = acceptanceWords(language)
  const columns: Column<Received>[] = [
    { head: words.at, share: 2, cell: ({ eventTime }) => dayAndTime(eventTime) },
    { head: words.documentNumber, share: 1.6, cell: ({ acceptance }) => acceptance.documentNumber ?? '' },
    { head: words.result, share: 1.6, cell: ({ acceptance }) => acceptance.conditions.map((condition) => words.condition[condition] ?? condition).join(', ') },
    { head: words.checked, share: 4, cell: ({ acceptance }) => checkedFacts(acceptance, words).map((fact) => fact.join(': ')).join('\n') },
    { head: words.remark, share: 2.6, cell: ({ acceptance }) => acceptance.remark ?? '' },
  ]
  const received = events.filter(isReceived)
  if (received.length === 0) return
  paper.heading(words.title)
  paper.table(columns, received)
}
