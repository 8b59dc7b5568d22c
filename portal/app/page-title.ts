import { onUnmounted, ref, watchEffect } from 'vue'

/** The title that the page on screen has given itself; null where the route's own is enough. */
export const ownTitle = ref<string | null>(null)

/** Names the page after what it shows, e.g. the serial; null while that is not known yet. */
export function usePageTitle(title: () => string | null | undefined) {
  watchEffect(() => { ownTitle.value = title() ?? null })
  onUnmounted(() => { ownTitle.value = null })
}
