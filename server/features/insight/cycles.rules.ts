/** Takes away what has no input left, again and again: what remains is in a circle or made of one. */
const withoutEnds = (inputs: ReadonlyMap<string, readonly string[]>): Map<string, readonly string[]> => {
  const outputs = new Map<string, string[]>()
  const left = new Map<string, number>()
  for (const [batch, list] of inputs) {
    left.set(batch, list.length)
    for (const input of list) outputs.set(input, [...(outputs.get(input) ?? []), batch])
  }
  const rest = new Map(inputs)
  const ends = [...inputs].filter(([, list]) => list.length === 0).map(([batch]) => batch)
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    rest.delete(end)
    for (const output of outputs.get(end) ?? []) {
      const remaining = (left.get(output) ?? 0) - 1
      left.set(output, remaining)
      if (remaining === 0) ends.push(output)
    }
  }
  return rest
}

const circleFrom = (start: string, rest: ReadonlyMap<string, readonly string[]>): string[] => {
  const path: string[] = []
  // In what remains every batch has an input that remains, so that the walk must come back to where it was.
  for (let batch: string | undefined = start; batch !== undefined && !path.includes(batch);) {
    path.push(batch)
    const next: string | undefined = rest.get(batch)?.find((input) => rest.has(input))
    if (next !== undefined && path.includes(next)) return path.slice(path.indexOf(next))
    batch = next
  }
  return []
}

/** The circles in a genealogy, each once, as the ids on it. `inputs` names what each batch consumed. */
export const cyclesIn = (inputs: ReadonlyMap<string, readonly string[]>): string[][] => {
  const rest = withoutEnds(inputs)
  const circles = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const batch of rest.keys()) {
    if (seen.has(batch)) continue
    const circle = circleFrom(batch, rest)
    for (const member of [batch, ...circle]) seen.add(member)
    if (circle.length > 0) circles.set([...circle].sort().join(), circle)
  }
  return [...circles.values()]
}
