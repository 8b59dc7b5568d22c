import { shallowRef } from 'vue'
import type { Router } from 'vue-router'
import { isSearch, plainScan, searchWords } from './scan-text.ts'

/** The last scan, also where it is the same code again: the verdict page then asks afresh. */
export const lastScan = shallowRef<{ code: string } | null>(null)

/** Where every scan ends, from wedge, camera, paste or hand: the verdict, or the search. */
export function openScan(router: Router, raw: string): void {
  const code = plainScan(raw)
  if (!code) return
  if (isSearch(code)) {
    void router.push({ path: '/search', query: { text: searchWords(code) } })
    return
  }
  lastScan.value = { code }
  void router.push({ path: '/scan', query: { code } })
}
