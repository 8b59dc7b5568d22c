import { computed, onBeforeUnmount, shallowReactive, shallowRef } from 'vue'
import type { Router } from 'vue-router'
import { isSearch, plainScan, searchWords } from './scan-text.ts'

/** The last scan, also where it is the same code again: the verdict page then asks afresh. */
export const lastScan = shallowRef<{ code: string } | null>(null)

type Taker = (code: string) => void
const takers = shallowReactive<Taker[]>([])

/** Whether the page on screen collects scans, so that many may follow each other. */
export const collecting = computed(() => takers.length > 0)

/** What the page that collects says of the last scan, for the camera's dialog, which covers the page. */
export const scanEcho = shallowRef('')

/** As long as the component is there, codes come to it and open no verdict; words are still searched for. */
export function useScanTaker(take: Taker) {
  takers.push(take)
  scanEcho.value = ''
  onBeforeUnmount(() => { takers.splice(takers.indexOf(take), 1) })
}

/** Where every scan ends, from wedge, camera, paste or hand: the page that collects, the verdict, or the search. */
export function openScan(router: Router, raw: string): void {
  const code = plainScan(raw)
  if (!code) return
  if (isSearch(code)) {
    void router.push({ path: '/search', query: { text: searchWords(code) } })
    return
  }
  const taker = takers.at(-1)
  if (taker) {
    taker(code)
    return
  }
  lastScan.value = { code }
  void router.push({ path: '/scan', query: { code } })
}
