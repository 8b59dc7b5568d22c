import type { Language } from '../../paper/paper.ts'
import type { Row } from '../evidence/pages.ts'
import { amount, choice, isRow, text } from '../evidence/row-text.ts'
import { dispositionWord } from './notice-words.ts'

const listOf = (row: Row, name: string): Row[] => {
  const line = row['onNotice']
  const list = isRow(line) ? line[name] : []
  return Array.isArray(list) ? list.filter(isRow) : []
}

const isLot = (row: Row): boolean => text(row, 'serialNumber') === ''

/** Where it lies; of a lot how much in each place. */
export const placesOf = (row: Row, language: Language): string =>
  listOf(row, 'places').map((place) => [choice(place['site'], language), isLot(row) ? amount(place['quantity']) : ''].filter(Boolean).join(' ')).join('; ')

/** The recipient's own numbers of procedures; nobody else's query has any. */
export const proceduresOf = (row: Row): string =>
  listOf(row, 'procedures').map((use) => [text(use, 'procedureReference'), isLot(row) ? amount(use['quantity']) : ''].filter(Boolean).join(' ')).join('; ')

/** In words, of a lot with how much of each. */
export const answersOf = (row: Row, language: Language): string =>
  listOf(row, 'answers').map((answer) => [dispositionWord(text(answer, 'disposition'), language), isLot(row) ? amount(answer['quantity']) : ''].filter(Boolean).join(' ')).join('; ')

/** As a file of answers takes it: the code, where there is one for all of it. */
export const soleAnswer = (row: Row): string => {
  const [only, ...others] = listOf(row, 'answers')
  return others.length === 0 ? text(only, 'disposition') : ''
}
