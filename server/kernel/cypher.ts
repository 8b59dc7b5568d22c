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

/** Whether an export of a module is a whole statement: what prints, explains and counts statements asks this. */
export const isStatement = (value: unknown): value is Statement<object, object> =>
  typeof value === 'object' && value !== null && 'whole' in value && 'text' in value
