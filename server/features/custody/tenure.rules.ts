import type { BatchState, Tenure } from './custody-state.type.ts'

const holdersOf = (state: BatchState): Set<string> => new Set(state.cells.filter(({ quantity }) => quantity > 0).map(({ organization }) => organization))

const reopen = ({ organization, from }: Tenure): Tenure => ({ organization, from })

/** Who has or had any units of a batch, brought up to date after an event. */
export const tenuresAfter = (state: BatchState, at: string): readonly Tenure[] => {
  const holders = holdersOf(state)
  const kept = state.tenures.map((tenure) => {
    if (holders.delete(tenure.organization)) return tenure.until === undefined ? tenure : reopen(tenure)
    return tenure.until === undefined ? { ...tenure, until: at } : tenure
  })
  const added = [...holders].map((organization) => ({ organization, from: at }))
  return added.length === 0 && kept.every((tenure, index) => tenure === state.tenures[index]) ? state.tenures : [...kept, ...added]
}
