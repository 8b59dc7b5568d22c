import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A piece of the page's state that lives in the address as `?name=`; the fallback is left out of it. */
export function useQueryState<Value extends string = string>(name: string, fallback: Value, allowed?: readonly Value[]): WritableComputedRef<Value> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' && (!allowed || allowed.includes(value as Value)) ? value as Value : fallback
    },
    set: (value) => {
      void router.replace({ query: { ...route.query, [name]: value === fallback ? undefined : value } })
    },
  })
}
