import type { History } from '../history.ts'

type Lists = { -readonly [Name in keyof Omit<Required<History>, 'settledExcept'>]: Required<History>[Name][number][] }

/** Chunks of a history that are written together. */
export const emptyGroup = (): Lists =>
  ({ organizations: [], sites: [], products: [], documents: [], batches: [], serials: [], logisticUnits: [], events: [], recalls: [], tickets: [] })

export type Group = Lists

/** Adds a chunk to a group. */
export const addTo = (group: Group, chunk: History): void => {
  for (const name of Object.keys(group) as (keyof Group)[]) {
    const list: unknown[] = group[name]
    // One by one: a spread of a long list into push overflows the stack.
    for (const item of chunk[name] ?? []) list.push(item)
  }
}
