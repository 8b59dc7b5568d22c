import { computed, ref, shallowRef, watch } from 'vue'

export interface ConnectionLike<T> {
  totalCount: number
  edges: readonly { node: T }[]
  pageInfo: { hasNextPage: boolean, endCursor: string | null }
}

/**
 * Strings the pages of a connection together.
 * @param after the query's own `after` variable, which `more` moves on
 * @param connection what the query has answered for that `after`
 * @param subject what the list is of; when it changes, the list starts over
 */
export function usePages<T>(after: { value: string | null }, connection: () => ConnectionLike<T> | null | undefined, subject: () => unknown) {
  const pages = shallowRef(new Map<string | null, ConnectionLike<T>>())
  const last = ref<ConnectionLike<T>['pageInfo']>({ hasNextPage: false, endCursor: null })

  const restart = () => { after.value = null; pages.value = new Map() }
  watch(subject, restart, { flush: 'sync' })
  watch(connection, (page) => {
    if (!page) return
    pages.value = new Map(pages.value).set(after.value, page)
    last.value = page.pageInfo
  }, { immediate: true })

  return {
    nodes: computed(() => [...pages.value.values()].flatMap((page) => page.edges.map((edge) => edge.node))),
    total: computed(() => pages.value.get(null)?.totalCount ?? 0),
    hasMore: computed(() => last.value.hasNextPage),
    /** Forgets all pages, before the query is sent again. */
    restart,
    more: () => { after.value = last.value.endCursor },
  }
}
