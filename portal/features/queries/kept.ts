import { useLocalStorage } from '@vueuse/core'
import type { Ref } from 'vue'

/** A question as it stands in the editors; variables are JSON text. */
export interface Asked { readonly query: string, readonly variables: string }
export interface SavedQuery extends Asked { readonly name: string }
export interface Kept { readonly saved: readonly SavedQuery[], readonly history: readonly Asked[] }

const longest = 20

/** What a person saved and asked, on this device and under this person alone; answers are never kept. */
export function useKept(personId: string): Ref<Kept> {
  // A full or forbidden store loses what would be kept, never the page.
  return useLocalStorage<Kept>(`devicetrail.queries.${personId}`, { saved: [], history: [] }, { onError: () => undefined })
}

/** With the question saved under the name; one of the same name is replaced. */
export function withSaved({ saved, history }: Kept, query: SavedQuery): Kept {
  return { history, saved: [...saved.filter(({ name }) => name !== query.name), query].sort((a, b) => a.name.localeCompare(b.name)) }
}

/** With the question as the newest of the history, once. */
export function withAsked({ saved, history }: Kept, { query, variables }: Asked): Kept {
  return { saved, history: [{ query, variables }, ...history.filter((one) => one.query !== query || one.variables !== variables)].slice(0, longest) }
}
