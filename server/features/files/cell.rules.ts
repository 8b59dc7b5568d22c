import { isFormula } from '../exports/csv.ts'
import type { Column } from './column.ts'
import { instantOf, isDay } from './local-moment.rules.ts'

/** How times of a file are read. */
export interface Reading {
  /** Of times that name none. */
  readonly timeZone: string
  readonly now: Date
}

export interface CellProblem {
  readonly code: string
  readonly message: string
}

/** What a cell says, in the type of the mutation's input; undefined where it is empty. */
export type CellValue = { readonly value: unknown } | CellProblem

const problem = (code: string, message: string): CellProblem => ({ code, message })

export const isProblem = (cell: CellValue): cell is CellProblem => 'code' in cell

/** The text itself: without the apostrophe that keeps spreadsheets from running it, and without Excel's `="…"` for a number as text. */
export const cellText = (raw: string): string => {
  const text = raw.normalize('NFC').trim()
  const quoted = /^="([^"]*)"$/.exec(text)?.[1]
  return quoted ?? (text.startsWith('\'') && isFormula(text.slice(1)) ? text.slice(1) : text)
}

const longest = 500
const numberText = /^[+-]?(\d+(\.\d+)?|\.\d+)$/
const shortened = /^\d(\.\d+)?E\+\d+$/i

const numberOf = (text: string): CellValue => {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '').replace(/^(\d+),(\d+)$/, '$1.$2')
  return numberText.test(plain) ? { value: Number(plain) } : problem('NOT_A_NUMBER', 'This is no number. Write digits alone, such as 12 or 0.5.')
}

const yes = new Set(['yes', 'y', 'true', '1', '是', 'x', '√'])
const no = new Set(['no', 'n', 'false', '0', '否'])

const yesNoOf = (text: string): CellValue => {
  const plain = text.normalize('NFKC').toLowerCase()
  return yes.has(plain) || no.has(plain) ? { value: yes.has(plain) } : problem('NOT_YES_OR_NO', 'Write yes or no (是 or 否).')
}

const choiceOf = (text: string, { choices = {} }: Column): CellValue => {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(' ', '_')
  const found = Object.entries(choices).find(([value, words]) => [value, ...words].some((word) => word.toLowerCase().replaceAll(' ', '_') === plain))
  return found ? { value: found[0] } : problem('NOT_A_CHOICE', `Write one of ${Object.entries(choices).map(([value, [word]]) => `${value} (${word})`).join(', ')}.`)
}

const partsOf = (text: string): string[] => text.split(/[;；\n]/).map((one) => one.trim()).filter(Boolean)

const lotsOf = (text: string): CellValue => {
  const lots = partsOf(text).map((one) => /^(.+?)\s+([\d.]+)\s+(\S+)$/.exec(one))
  const read = lots.flatMap((lot) => (lot ? [{ code: lot[1], quantity: Number(lot[2]), unit: lot[3] }] : []))
  return read.length === lots.length ? { value: read } : problem('NOT_LOTS', 'Write each lot as code, quantity and unit with blanks between, and a semicolon after each: R26-0118 4.5 KGM; R26-0120 1 KGM.')
}

const momentOf = (text: string, { timeZone, now }: Reading): CellValue => {
  const instant = instantOf(text, timeZone, now)
  return instant ? { value: instant } : problem('NOT_A_TIME', 'This is no time. Write it as 2026-11-22 14:30, or 2026-11-22T14:30:00+08:00.')
}

const dayOf = (text: string): CellValue => {
  const day = isDay(text)
  return day ? { value: day } : problem('NOT_A_DAY', 'This is no day. Write it as 2026-11-22.')
}

const codeOf = (text: string): CellValue =>
  shortened.test(text) ? problem('NUMBER_SHORTENED', 'The spreadsheet has shortened this number, and its last digits are lost. Format the column as text and enter it again.') : { value: text }

/** Reads one cell. @param raw as the file has it */
export const readCell = (raw: string, column: Column, reading: Reading): CellValue | undefined => {
  const text = cellText(raw)
  if (text === '') return column.required ? problem('EMPTY_CELL', `${column.en} (${column.zh}) is needed. Fill it in.`) : undefined
  if (text.includes('\ufffd')) return problem('UNREADABLE', 'Some characters cannot be read. Save the file as UTF-8 and send it again.')
  if (text.length > longest) return problem('TOO_LONG', `A cell holds at most ${longest} characters.`)
  switch (column.kind) {
    case 'number': return numberOf(text)
    case 'yesNo': return yesNoOf(text)
    case 'choice': return choiceOf(text, column)
    case 'lots': return lotsOf(text)
    case 'documents': return { value: partsOf(text) }
    case 'moment': return momentOf(text, reading)
    case 'day': return dayOf(text)
    case 'code': return codeOf(text)
    case 'text': return { value: text }
  }
}
