import { useLocalStorage } from '@vueuse/core'

/** Whom the demo shows the hub to: the value of `x-demo-viewer`. Falls away when people sign in. */
export const viewerKey = useLocalStorage('devicetrail.viewer', 'quality')
