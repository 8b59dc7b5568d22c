import { useEventListener } from '@vueuse/core'
import { nextTick } from 'vue'
import { useRouter } from 'vue-router'

const scanBox = '.scan input'

/** A mouse or scanner is at hand: focusing the box opens no on-screen keyboard. */
const onDesk = () => matchMedia('(hover: hover) and (pointer: fine)').matches

/** Puts the caret into the scan box, wherever the page is. */
export function focusScanBox() {
  document.querySelector<HTMLInputElement>(scanBox)?.focus()
}

/**
 * After a new page the focus goes where the reader works: to the page for somebody who came by keyboard,
 * else to the scan box, unless something else has taken the focus.
 */
export function useFocusAfterNavigation() {
  let byKeyboard = false
  useEventListener(document, 'keydown', (event) => { byKeyboard = event.key === 'Enter' && event.target instanceof HTMLAnchorElement }, { capture: true })
  useEventListener(document, 'pointerdown', () => { byKeyboard = false }, { capture: true })

  useRouter().afterEach((to, from) => {
    if (to.path === from.path && from.matched.length) return
    void nextTick(() => {
      if (byKeyboard) document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
      else if (onDesk() && !isBusy(document.activeElement)) focusScanBox()
      byKeyboard = false
    })
  })
}

function isBusy(element: Element | null) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element?.closest('[role=dialog]') != null
}
