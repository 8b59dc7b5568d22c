import { reactive, ref, watch } from 'vue'
import { keepDraft, readDraft } from '../outbox/drafts.ts'
import { noFields, type Draft, type DraftLine, type Expected, type ReportFields } from '../outbox/report.ts'

/**
 * A set that is kept on the device with every change: a reload, a closed tab or an empty battery loses nothing.
 * `noRoom`: the last change could not be kept.
 */
export function useDraft(key: string) {
  const lines = reactive<DraftLine[]>([])
  const fields = reactive<ReportFields>({ ...noFields })
  const expected = ref<Expected[]>([])
  const noRoom = ref(false)

  /** The set as the store takes it: plain, without Vue's own. */
  const snapshot = (of: readonly DraftLine[] = lines): Draft => JSON.parse(JSON.stringify({ key, fields, lines: of, expected: expected.value })) as Draft

  const restored = readDraft(key).catch(() => undefined).then((kept) => {
    Object.assign(fields, kept?.fields)
    expected.value = kept?.expected ?? []
    // What was scanned while the store was being read comes first.
    lines.push(...kept?.lines ?? [])
    watch([lines, fields, expected], () => {
      keepDraft(snapshot()).then(() => { noRoom.value = false }, () => { noRoom.value = true })
    }, { deep: true, immediate: lines.length > (kept?.lines.length ?? 0) })
  })

  return { lines, fields, expected, noRoom, snapshot, restored }
}
