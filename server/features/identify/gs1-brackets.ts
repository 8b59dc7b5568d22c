import { consistsOf, DIGIT_SET } from './characters.ts'
import type { AiElement } from './gs1-fields.ts'
import { withoutSeparatorAtEnd } from './gs1-separator.ts'

/** The bracketed text of elements. `(` inside a value is written `\(`, as the GS1 Barcode Syntax Engine does. */
export function bracketed(elements: readonly AiElement[]): string {
  return elements.map(({ key, value }) => `(${key})${value.replaceAll('(', '\\(')}`).join('')
}

export interface Brackets { elements: AiElement[]; replaced: boolean }

/** Cuts `(01)…(10)…` into elements; undefined where the text does not begin with an AI of two to four digits in brackets. */
export function splitBrackets(text: string): Brackets | undefined {
  const starts = bracketPlaces(text)
  if (starts[0] !== 0) return undefined
  let replaced = false
  const elements = starts.map((start, index) => {
    const close = text.indexOf(')', start)
    // Some software prints the brackets and sends the separators too.
    const value = withoutSeparatorAtEnd(text.slice(close + 1, starts[index + 1] ?? text.length).trim())
    replaced ||= value.replaced
    return { key: text.slice(start + 1, close), value: value.text.replaceAll('\\(', '(') }
  })
  return { elements, replaced }
}

function bracketPlaces(text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
    if (text.charAt(at - 1) !== '\\' && opensAi(text, at)) places.push(at)
  }
  return places
}

function opensAi(text: string, at: number): boolean {
  const width = text.slice(at + 1, at + 6).indexOf(')')
  return width >= 2 && consistsOf(text.slice(at + 1, at + 1 + width), DIGIT_SET)
}
