import { computed, reactive, ref } from 'vue'
import { readOffline } from '../goods/read-offline.ts'
import type { Disposition, NoticeItem } from './notice.query.ts'

export const dispositions: readonly Disposition[] = ['QUARANTINED', 'RETURNED', 'DESTROYED', 'CORRECTED', 'REPLACED', 'IN_SERVICE', 'IMPLANTED', 'CONSUMED', 'FORWARDED', 'NOT_FOUND', 'NEVER_RECEIVED']

export interface AnswerLine { code: string, disposition: Disposition, quantity: number | null, forwardedTo: string }

/** A lot may lie in several places with one id; each line answers for its lot as a whole. */
export const codeOf = (item: NoticeItem): string => item.udi

const isScanOf = (code: string) => {
  const { serial, lot } = readOffline(code)
  return (item: NoticeItem) => item.udi === code || (item.serialNumber !== null ? item.serialNumber === (serial ?? code) : serial === null && item.lotNumber === (lot ?? code))
}

/** Of a lot as much as is there; a serial is one by itself. */
const ownQuantity = (item: NoticeItem) => item.serialNumber === null ? item.quantity.value : null

/** The answer as it is being put together: chosen line by line, for all at once, or by scanning. */
export function useAnswer(items: () => readonly NoticeItem[]) {
  const lines = reactive(new Map<string, AnswerLine>())
  const scanned = ref('')
  const given = computed(() => [...lines.values()])

  function choose(item: NoticeItem, disposition: Disposition | '') {
    if (!disposition) { lines.delete(codeOf(item)); return }
    const { quantity = ownQuantity(item), forwardedTo = '' } = lines.get(codeOf(item)) ?? {}
    lines.set(codeOf(item), { code: codeOf(item), disposition, quantity, forwardedTo })
  }
  /** What is not on the notice is sent as it was read: the hub knows whether it belongs to the recall all the same. */
  function scan(code: string, disposition: Disposition) {
    const item = items().find(isScanOf(code))
    if (item) choose(item, disposition)
    else lines.set(code, { code, disposition, quantity: null, forwardedTo: '' })
    scanned.value = item ? item.serialNumber ?? item.lotNumber ?? code : code
    return item !== undefined
  }
  /** Lines of a file, each for the device or lot that it names. */
  function fill(written: readonly AnswerLine[]) {
    for (const line of written) {
      const item = items().find(isScanOf(line.code))
      if (!item) lines.set(line.code, line)
      else lines.set(codeOf(item), { ...line, code: codeOf(item), quantity: item.serialNumber === null ? line.quantity ?? ownQuantity(item) : null })
    }
  }
  const chooseAll = (disposition: Disposition) => { for (const item of items()) if (!item.disposition) choose(item, disposition) }
  const extra = computed(() => given.value.filter(({ code }) => !items().some((item) => codeOf(item) === code)))

  return { lines, given, extra, scanned, choose, chooseAll, scan, fill }
}
