/** How much of its text (or argument, for a regular expression) one call may look at. */
type Cost = (text: string, given: unknown[], result: unknown) => number

const whole: Cost = text => text.length + 1
const one: Cost = () => 1
const STRING_COSTS: Record<string, Cost> = {
  toLowerCase: whole, toUpperCase: whole, trim: whole, trimEnd: whole, trimStart: whole, split: whole, replace: whole, replaceAll: whole, includes: whole,
  charAt: one, charCodeAt: one, startsWith: one, endsWith: one,
  slice: (_, __, result) => String(result).length + 1,
  indexOf: (text, [, from], result) => (Number(result) < 0 ? text.length : Number(result)) - Number(from ?? 0) + 1,
}

interface Methods { [name: string | symbol]: (...given: unknown[]) => unknown }

/**
 * Runs `work` and counts, instead of timing it, what its text methods and regular expressions look at.
 * Their prototypes are patched meanwhile: `work` must be synchronous.
 */
export function countSteps(work: () => void): number {
  let steps = 0
  const restore = [
    ...Object.entries(STRING_COSTS).map(([name, cost]) =>
      patched(String.prototype as unknown as Methods, name, (self, given, result) => { steps += cost(String(self), given, result) })),
    patched(String.prototype as unknown as Methods, Symbol.iterator, self => { steps += String(self).length }),
    patched(RegExp.prototype as unknown as Methods, 'exec', (_, [text]) => { steps += (text as string).length }),
    patched(RegExp.prototype as unknown as Methods, 'test', (_, [text]) => { steps += (text as string).length }),
  ]
  try {
    work()
  } finally {
    for (const undo of restore) undo()
  }
  return steps
}

function patched(owner: Methods, name: string | symbol, count: (self: unknown, given: unknown[], result: unknown) => void): () => void {
  const original = owner[name]
  if (original === undefined) throw new Error(`no method ${String(name)}`)
  owner[name] = function (this: unknown, ...given: unknown[]) {
    const result = original.apply(this, given)
    count(this, given, result)
    return result
  }
  return () => { owner[name] = original }
}
