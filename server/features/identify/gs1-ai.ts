import { GS1_AI_TABLE } from './gs1-ai-table.ts'

export type AiCharacters = 'N' | 'X' | 'Y' | 'Z'

export interface AiComponent { characters: AiCharacters; min: number; max: number; optional: boolean; linter?: string }

export interface Ai {
  title: string
  /** Needs no FNC1 after it. */
  predefinedLength: boolean
  /** May stand in the query of a Digital Link. */
  linkAttribute: boolean
  /** May begin a Digital Link. */
  linkKey: boolean
  components: AiComponent[]
  maxLength: number
}

const AIS = new Map(GS1_AI_TABLE.trim().split(/;\s/).flatMap(entryOf))

/** The application identifier with exactly these digits. */
export function aiOf(key: string): Ai | undefined {
  return AIS.get(key)
}

/** The identifier that stands at a place of a text: no AI is the beginning of another one. */
export function aiAt(text: string, at: number): { key: string; ai: Ai } | undefined {
  for (const length of [2, 3, 4]) {
    const key = text.slice(at, at + length)
    const ai = AIS.get(key)
    if (ai !== undefined) return { key, ai }
  }
  return undefined
}

function entryOf(entry: string): [string, Ai][] {
  const [range = '', flags = '', spec = '', ...title] = entry.split(' ')
  const components = spec.split('+').map(componentOf)
  const ai: Ai = {
    title: title.join(' '),
    predefinedLength: flags.includes('*'),
    linkAttribute: flags.includes('?'),
    linkKey: flags.includes('k'),
    components,
    maxLength: components.reduce((sum, component) => sum + component.max, 0),
  }
  return keysOf(range).map(key => [key, ai])
}

function keysOf(range: string): string[] {
  const [first = '', last = first] = range.split('-')
  const count = Number(last) - Number(first) + 1
  return Array.from({ length: count }, (_, index) => String(Number(first) + index).padStart(first.length, '0'))
}

function componentOf(text: string): AiComponent {
  const optional = text.startsWith('[')
  const [format = '', linter] = text.replace('[', '').replace(']', '').split(',')
  const variable = format.includes('..')
  const max = Number(format.slice(variable ? 3 : 1))
  return { characters: format.charAt(0) as AiCharacters, min: variable ? 1 : max, max, optional, ...(linter ? { linter } : {}) }
}
