import DataLoader from 'dataloader'
import type { Context } from './context.ts'

/**
 * A field that many parents ask for at once: one statement for all of them, once in a request.
 * `fetch` answers by key; a key without an answer gets `missing`.
 */
export const loaderOf = <Key, Value>(
  fetch: (context: Context, keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  missing: () => Value,
): ((context: Context) => DataLoader<Key, Value>) => {
  const made = new WeakMap<Context, DataLoader<Key, Value>>()
  return (context) => {
    const known = made.get(context)
    if (known) return known
    const loader = new DataLoader<Key, Value>(async (keys) => {
      const found = await fetch(context, keys)
      return keys.map((key) => found.get(key) ?? missing())
    })
    made.set(context, loader)
    return loader
  }
}

/** The same for a field with arguments: parents that ask with the same ones share a statement. */
export const loaderByArgs = <Args extends object, Key, Value>(
  fetch: (context: Context, keys: readonly Key[], args: Args) => Promise<ReadonlyMap<Key, Value>>,
  missing: () => Value,
): ((context: Context, args: Args) => DataLoader<Key, Value>) => {
  const made = new WeakMap<Context, Map<string, (context: Context) => DataLoader<Key, Value>>>()
  return (context, args) => {
    const byArgs = made.get(context) ?? new Map<string, (context: Context) => DataLoader<Key, Value>>()
    made.set(context, byArgs)
    const name = JSON.stringify(args)
    const loader = byArgs.get(name) ?? loaderOf<Key, Value>((asking, keys) => fetch(asking, keys, args), missing)
    byArgs.set(name, loader)
    return loader(context)
  }
}

/** Rows as a map by the column that names their subject. */
export const bySubject = <Row, Value>(rows: readonly Row[], subjectOf: (row: Row) => string, valueOf: (row: Row) => Value): Map<string, Value> =>
  new Map(rows.map((row) => [subjectOf(row), valueOf(row)]))
