import { unitElement } from '../custody/unit-number.rules.ts'
import { readLabel } from '../identify/read-label.ts'

export type SymbolName = 'datamatrix' | 'gs1-128'

/** What a label says: in its symbol and beside it. */
export interface LabelContent {
  /** GS1 application identifiers and values, in the order of the symbol; null where the code is of another scheme. */
  readonly elements: readonly (readonly [ai: string, value: string])[] | null
  /** The code of another scheme, as its symbol has it. */
  readonly text: string
  /** What people read, most important first. */
  readonly lines: readonly string[]
}

/** AIs whose length is fixed need no separator behind them (GS1 General Specifications, 7.8.5). */
const fixed = new Set(['00', '01', '11', '17'])

const yymmdd = (day: string): string => day.slice(2).replaceAll('-', '')

/** The element string with FNC1 as bwip-js writes it; a caret of the text would be read as the beginning of one. */
export const symbolText = ({ elements, text }: LabelContent): string =>
  elements === null ? text.replaceAll('^', '^094') : elements.map(([ai, value], index) => `${index === 0 || !fixed.has(elements[index - 1]?.[0] ?? '') ? '^FNC1' : ''}${ai}${value}`).join('')

/** The same for people, with brackets. */
export const humanText = ({ elements, text }: LabelContent): string => (elements === null ? text : elements.map(([ai, value]) => `(${ai})${value}`).join(''))

export interface Thing {
  readonly udi: string
  readonly name: string
  readonly lot: string | null
  readonly serial: string | null
  readonly expiresOn: string | null
}

/** Of a device or a lot: its UDI with the day of expiry, where it is a GS1 one. */
export const contentOfThing = ({ udi, name, lot, serial, expiresOn }: Thing): LabelContent => {
  const label = readLabel(udi)
  const lines = [name, ...(lot ? [`LOT ${lot}`] : []), ...(serial ? [`SN ${serial}`] : []), ...(expiresOn ? [`EXP ${expiresOn}`] : [])]
  if (label.standard !== 'GS1' || label.di === undefined) return { elements: null, text: udi, lines }
  const elements = ([['01', label.di], ['17', expiresOn && yymmdd(expiresOn)], ['10', lot], ['21', serial]] as const).flatMap(([ai, value]) => (value ? [[ai, value] as const] : []))
  return { elements, text: udi, lines }
}

/** Of a carton or pallet. */
const names: Readonly<Record<string, string>> = { '00': 'SSCC', 8003: 'GRAI', 8004: 'GIAI' }

export const contentOfUnit = (number: string): LabelContent => {
  const [key, value] = unitElement(number)
  return { elements: [[key, value]], text: value, lines: [names[key] ?? '', value] }
}
