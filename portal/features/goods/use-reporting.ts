import { computed, ref, watch } from 'vue'
import { outbox, useOutbox } from '../outbox/outbox.ts'
import { openWords } from '../outbox/words.ts'
import { keepStore } from '../outbox/room.ts'
import { seal } from '../outbox/sealing.ts'
import type { DraftLine, Report, Task } from '../outbox/report.ts'
import { makeReports } from './make-reports.ts'
import { returnedLines } from './goods-set.ts'
import { listed, stillAwaited, tickOff } from './tick-off.ts'
import type { useGoods } from './use-goods.ts'

/**
 * Hands a set to the outbox and follows it: what the hub takes is gone from the page, what it does not take comes back
 * with its reason, at its line. Online and offline are one way.
 */
export function useReporting(task: Task, person: string, goods: ReturnType<typeof useGoods>) {
  const { reports } = useOutbox()
  const sent = ref<readonly string[]>([])
  const returned = ref(0)
  const busy = ref(false)
  const noRoom = ref(false)
  const followed = computed(() => reports.value.filter(({ id }) => sent.value.includes(id)))

  async function report(going: readonly DraftLine[], reference: string) {
    busy.value = true
    try {
      const made = makeReports({ task, person, fields: goods.fields, lines: going, sealed: await seal(reference) })
      const staying = goods.lines.filter((line) => !going.includes(line))
      const rest = stillAwaited(tickOff(goods.expected.value, going))
      await outbox.add(made, { ...goods.snapshot(staying), expected: rest })
      goods.expected.value = rest
      goods.last.value = null
      goods.lines.splice(0, goods.lines.length, ...staying)
      // The next delivery has a number of its own.
      if (!staying.length) Object.assign(goods.fields, { documentNumber: '', acceptance: null, reason: '', carton: '' })
      sent.value = made.map(({ id }) => id)
      returned.value = 0
      noRoom.value = false
      void keepStore()
    } catch {
      // Nothing has been kept, so nothing has left the page.
      noRoom.value = true
    } finally {
      busy.value = false
    }
  }

  async function takeBack(undecided: Report) {
    const back = returnedLines(await openWords(undecided))
    goods.lines.unshift(...back)
    if (goods.expected.value.length) goods.expected.value.push(...back.map(listed))
    goods.fields.documentNumber ||= undecided.fields.documentNumber
    returned.value += back.length
    await outbox.takeBack(undecided, goods.snapshot())
  }
  const underway = new Set<string>()
  watch(followed, (all) => {
    for (const undecided of all.filter(({ id, state }) => state === 'decide' && !underway.has(id))) {
      underway.add(undecided.id)
      void takeBack(undecided)
    }
  })

  return { report, followed, returned, busy, noRoom }
}
