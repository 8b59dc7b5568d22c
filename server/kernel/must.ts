/** A value that is there by the code's own doing; its absence is a defect and is told as one. */
export const must = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new Error(`${what} is missing`)
  return value
}
