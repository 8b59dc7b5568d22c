import { GS } from './characters.ts'
import { aiAt } from './gs1-ai.ts'
import { bracketed } from './gs1-brackets.ts'
import { readAi, type AiElement } from './gs1-fields.ts'
import { swallowedIn } from './gs1-swallowed.ts'
import type { LabelDraft } from './label-draft.ts'

/** Cuts an element string without brackets at its separators and predefined lengths (GS1 General Specifications 7.8). */
export function splitElements(text: string): AiElement[] {
  return text.split(GS).flatMap(run => elementsOfRun(run))
}

function elementsOfRun(run: string): AiElement[] {
  const elements: AiElement[] = []
  for (let at = 0; at < run.length;) {
    const found = aiAt(run, at)
    // Without a known AI nothing says where the next field begins: the rest of the run stays unread.
    if (found === undefined) return [...elements, { key: '', value: run.slice(at) }]
    const start = at + found.key.length
    const end = found.ai.predefinedLength ? start + found.ai.maxLength : run.length
    elements.push({ key: found.key, value: run.slice(start, end) })
    at = Math.max(end, start)
  }
  return elements
}

/** Reads elements cut out of a string without brackets; a lot or serial number is searched for fields it swallowed. */
export function readElements(elements: AiElement[], draft: LabelDraft, today: Date): void {
  for (const element of elements) readAi(element, draft, today)
  for (const key of ['10', '21']) doubtSeparator(key, elements, draft, today)
}

function doubtSeparator(key: string, elements: AiElement[], draft: LabelDraft, today: Date): void {
  const index = elements.findIndex(element => element.key === key)
  const swallowed = swallowedIn(key, elements[index]?.value ?? '', today)
  const hasSerial = elements.some(element => element.key === '21')
  if (!swallowed || (!swallowed.certain && hasSerial)) return
  const other = swallowed.elements && bracketed(elements.toSpliced(index, 1, ...swallowed.elements))
  draft.warn(swallowed.certain ? 'SEPARATOR_MISSING' : 'SEPARATOR_DOUBTFUL', key, other)
}
