import { computed, ref, shallowRef } from 'vue'
import { keepSet, takeBack } from './drafts.ts'
import { allReports, keepProblem, putReport, settleReport } from './outbox-store.ts'
import type { Draft, Report } from './report.ts'

const reports = shallowRef<readonly Report[]>([])
const broken = ref(false)

/** Other tabs of the same device show the same outbox. */
const channel = new BroadcastChannel('devicetrail.outbox')
channel.addEventListener('message', () => { void reread() })

async function reread() {
  try {
    reports.value = await allReports()
    broken.value = false
  } catch {
    broken.value = true
  }
}

async function changed() {
  await reread()
  channel.postMessage('changed')
}

/** The outbox as this device has it, of all its persons; `broken` where the browser gives no store. */
export function useOutbox() {
  return {
    reports: computed(() => reports.value),
    broken: computed(() => broken.value),
    waiting: computed(() => reports.value.filter(({ state }) => state === 'waiting')),
    undecided: computed(() => reports.value.filter(({ state }) => state === 'decide')),
  }
}

export const outbox = {
  reread,
  /** Keeps reports, and of the set that they came from the rest. Fails where the device has no room: then nothing has changed. */
  async add(added: readonly Report[], rest: Draft) {
    await keepSet(added, rest)
    await changed()
  },
  /** Keeps an adverse event; its form, under `form`, is empty then. Fails where the device has no room: then nothing has changed. */
  async addProblem(report: Report, form: string, replaced: Report | null) {
    await keepProblem(report, form, replaced)
    await changed()
  },
  async settle(report: Report) {
    await settleReport(report)
    await changed()
  },
  async put(report: Report) {
    await putReport(report)
    await changed()
  },
  async takeBack(report: Report, draft: Draft) {
    await takeBack(report, draft)
    await changed()
  },
}
