/** A place where the graph is not as it must be. */
export interface Breach {
  /** Which invariant, in one word of the graph and one of the trouble. */
  readonly rule: string
  /** What it is about: a global id, with a readable name where there is one. */
  readonly thing: string
  readonly found: string
  readonly expected: string
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing')

/** A breach where the values differ, told by their JSON; nothing where they are the same. */
export const difference = (rule: string, thing: string, found: unknown, expected: unknown): Breach[] =>
  shown(found) === shown(expected) ? [] : [{ rule, thing, found: shown(found), expected: shown(expected) }]

/** Lists of which the order means nothing, ordered for comparison. */
export const unordered = <T>(list: readonly T[]): T[] => [...list].sort((one, other) => (shown(one) < shown(other) ? -1 : 1))

/** One line for the terminal. */
export const breachLine = ({ rule, thing, found, expected }: Breach): string => `${rule}: ${thing}: found ${found}, expected ${expected}`

const sortedKeys = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value

const canonical = (value: unknown): string => JSON.stringify(value, sortedKeys)

/** A breach where the state that is kept as JSON is not the one expected; the order of its fields means nothing. Not kept yet is none. */
export const kept = (rule: string, thing: string, found: string | null, expected: object): Breach[] =>
  found === null ? [] : difference(rule, thing, canonical(JSON.parse(found)), canonical(expected))
