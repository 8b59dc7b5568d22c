import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'
import { GS } from './scan-text.ts'
import { Wedge, type Key } from './wedge.ts'

/**
 * Listens for a scanner on the whole page. In the scan box it mends what a browser or an input method
 * would spoil; outside of any field it takes the burst; other fields are left alone.
 */
export function useWedge(box: Ref<HTMLInputElement | null>, onScan: (text: string) => void) {
  const wedge = new Wedge()

  useEventListener(document, 'keydown', (event) => {
    const inBox = event.target === box.value
    if (!inBox && isField(event.target)) return
    const answer = wedge.press(keyOf(event))
    if (answer.kind === 'scan') finish(event, answer.text)
    else if (inBox) insertSeparator(event, box.value)
    else if (answer.kind === 'burst') event.preventDefault()
    else if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey) reachBox(event)
  }, { capture: true })

  function finish(event: KeyboardEvent, text: string) {
    event.preventDefault()
    event.stopPropagation()
    onScan(text)
  }

  function reachBox(event: KeyboardEvent) {
    event.preventDefault()
    box.value?.focus()
    box.value?.select()
  }
}

/** Browsers type nothing for GS, which scanners send as a bare character or as Ctrl+]. */
function insertSeparator(event: KeyboardEvent, box: HTMLInputElement | null) {
  if (!box || !(event.key === GS || (event.ctrlKey && event.code === 'BracketRight'))) return
  event.preventDefault()
  box.setRangeText(GS, box.selectionStart ?? box.value.length, box.selectionEnd ?? box.value.length, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range])')
}

function keyOf(event: KeyboardEvent): Key {
  const { key, code, shiftKey, ctrlKey, altKey, metaKey, timeStamp } = event
  return { key, code, shiftKey, ctrlKey, altKey, metaKey, at: timeStamp, composing: event.isComposing || event.keyCode === 229 }
}
