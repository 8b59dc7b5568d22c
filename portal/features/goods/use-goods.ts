import { useClientHandle } from '@urql/vue'
import { useEventListener } from '@vueuse/core'
import { computed, reactive, ref } from 'vue'
import { beep } from '../../ui/beep.ts'
import type { DraftLine, Task } from '../outbox/report.ts'
import { lookUpGoods } from './goods-lookup.query.ts'
import { loudness, markOf, type Mark, tickedMark } from './goods-mark.ts'
import { answerLine, listedAgain, newLine, scannedAgain } from './goods-set.ts'
import type { PastedLine } from './pasted-lines.ts'
import { readOffline } from './read-offline.ts'
import { useDraft } from './use-draft.ts'
import { type Awaited, tickOff } from './tick-off.ts'
import { useQueue } from './use-queue.ts'

/** A line with what it means for the task. */
export interface MarkedLine { line: DraftLine, mark: Mark }

/** The last scan, for the eye, the ear and the screen reader. `twice`: a serial that is in the set already. */
export interface LastScan { line: DraftLine, twice: boolean, mark: Mark }

/**
 * A set of goods that is being collected for a task; each line is looked up as it comes in.
 * @param key whose set it is, and for which task
 */
export function useGoods(task: Task, key: string) {
  const { client } = useClientHandle()
  const queue = useQueue(3)
  const draft = useDraft(key)
  const { lines, expected } = draft
  const ticked = computed(() => tickOff(expected.value, lines))
  const checking = reactive(new Set<string>())
  const last = ref<LastScan | null>(null)

  function markOfLine(line: DraftLine): Mark {
    if (checking.has(line.id)) return 'checking'
    const mark = markOf(task, line.known, readOffline(line.code))
    return expected.value.length ? tickedMark(mark, ticked.value.ticks.get(line.id)) : mark
  }

  function speak(line: DraftLine, twice: boolean) {
    last.value = { line, twice, mark: markOfLine(line) }
    beep(twice ? 'doubt' : loudness(task, last.value.mark))
  }

  async function check(id: string, spoken: boolean) {
    const line = lines.find((it) => it.id === id)
    if (!line || checking.has(id)) return
    checking.add(id)
    const answer = await lookUpGoods(client, line.code).catch(() => null)
    checking.delete(id)
    // Taken out while the hub was asked.
    if (!lines.includes(line)) return
    const { line: kept, twice } = answer ? answerLine(lines, line, answer) : { line, twice: false }
    if (spoken) speak(kept, twice)
  }

  function add({ code, quantity }: PastedLine, spoken: boolean) {
    const line = newLine(code, quantity)
    lines.unshift(line)
    queue(() => check(line.id, spoken))
  }

  /** Says of what the list has that it did not come. */
  function missing(awaited: readonly Awaited[], note: string) {
    for (const { expected: { id, code, quantity }, open } of awaited) {
      const line: DraftLine = { ...newLine(code, quantity === null ? null : open), same: id, condition: 'MISSING', note }
      lines.unshift(line)
      queue(() => check(line.id, false))
    }
  }

  const twinOf = (code: string) => lines.find((line) => line.code === code && line.condition !== 'MISSING')

  /** @returns how many of them were in the set already */
  function paste(pasted: readonly PastedLine[]): number {
    return pasted.filter((it) => {
      const twin = twinOf(it.code)
      if (twin) listedAgain(twin, it.quantity)
      else add(it, false)
      return twin
    }).length
  }

  function scan(code: string) {
    const twin = twinOf(code)
    if (twin) speak(twin, scannedAgain(twin))
    else add({ code, quantity: null }, true)
  }

  function remove(line: DraftLine) {
    lines.splice(lines.indexOf(line), 1)
    if (last.value?.line.id === line.id) last.value = null
  }

  /** What was scanned without a network is asked about as soon as there is one. */
  const checkAgain = () => { for (const { id, known } of lines) if (!known) queue(() => check(id, false)) }
  useEventListener(window, 'online', checkAgain)
  void draft.restored.then(checkAgain)

  return {
    ...draft, ticked, checking, last, scan, paste, missing, remove, checkAgain,
    markedLines: computed<MarkedLine[]>(() => lines.map((line) => ({ line, mark: markOfLine(line) }))),
  }
}
