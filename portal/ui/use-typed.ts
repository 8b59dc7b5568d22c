import { watchDebounced } from '@vueuse/core'
import { type Ref, ref, watch } from 'vue'

/**
 * The text of a search field whose trimmed value stands in `state` as soon as nobody types for 300 ms.
 * A state that comes from elsewhere (a link, the way back) is shown in the field; one that the field told itself comes later than it was typed, and replaces nothing.
 */
export const useTyped = (state: Ref<string>): Ref<string> => {
  const typed = ref(state.value)
  let told = state.value
  watchDebounced(typed, (text) => {
    told = text.trim()
    state.value = told
  }, { debounce: 300 })
  watch(state, (value) => {
    if (value === told) return
    told = value
    typed.value = value
  })
  return typed
}
