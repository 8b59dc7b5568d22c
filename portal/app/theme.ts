import { useDark } from '@vueuse/core'

/** Dark or light: as the system says until the reader chooses; `html.dark` is Element Plus's own switch. */
export const isDark = useDark({ storageKey: 'devicetrail.theme' })
