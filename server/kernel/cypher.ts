declare const constant: unique symbol

/** A piece of Cypher that is constant: made of literal text and of other constant pieces only. */
export interface Part {
  readonly text: string
  readonly [constant]: true
}

/**
 * A whole statement. `In` is what it takes, all of it in the one map `$in`; `Row` is what each row holds, by name.
 * One map, because Neo4j's plan cache is keyed by each parameter's type and size class: a null for a text, or a longer
 * list, would plan anew (50–100 ms). Beside `$in` the kernel adds `$viewer` (see viewer.ts).
 */
export interface Statement<In, Row> extends Part {
  readonly whole: true
  readonly takes?: (input: In) => void
  readonly gives?: () => Row
  readonly joining?: Joining<object, unknown>
}

/** How several works of one transaction (side-by-side.ts) ask a statement once instead of once each. */
export interface Joining<In, Row> {
  /** One input that says what all of them say. */
  join(inputs: readonly In[]): In
  /** What of its rows answers each of the inputs; a statement without it gives none. */
  split?(rows: readonly Row[], inputs: readonly In[]): readonly (readonly Row[])[]
  /** Ids of what the input takes for its work alone: who names the same waits until that work is done. */
  claims?(input: In): readonly string[]
  /** Ids of what came to be locked with it: works may have that in common, but not with one that claims it. */
  shares?(rows: readonly Row[]): readonly string[]
  /** Who has the works done takes back what this wrote for one that is refused. */
  readonly isTakenBack?: true
}

const weave = (strings: TemplateStringsArray, parts: readonly Part[]): Part => {
  const text = strings.reduce((woven, piece, index) => woven + (parts[index - 1]?.text ?? '') + piece)
  return { text: text.trim() } as Part
}

/** A fragment for use in statements, such as the visibility predicate, which is so written once. Takes no values. */
export const part = (strings: TemplateStringsArray, ...parts: Part[]): Part => weave(strings, parts)

/** A statement. Takes no values, only constant fragments: what varies goes into `$in`. */
export const cypher = <In, Row>() =>
  (strings: TemplateStringsArray, ...parts: Part[]): Statement<In, Row> => ({ ...weave(strings, parts), whole: true })

/** A statement that several works may ask at once. */
export const joinable = <In extends object, Row>(statement: Statement<In, Row>, joining: Joining<In, Row>): Statement<In, Row> => ({ ...statement, joining })

/** Inputs that hold nothing but lists, one behind the other. */
export const concatenated = <In extends object>(inputs: readonly In[]): In => {
  const names = Object.keys(inputs[0] ?? {}) as (keyof In)[]
  return Object.fromEntries(names.map((name) => [name, inputs.flatMap((input) => input[name] as readonly unknown[])])) as In
}

/** Whether an export of a module is a whole statement: what prints, explains and counts statements asks this. */
export const isStatement = (value: unknown): value is Statement<object, object> =>
  typeof value === 'object' && value !== null && 'whole' in value && 'text' in value
