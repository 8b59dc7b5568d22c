import type { Client } from '@urql/vue'
import { ref } from 'vue'
import { outbox } from './outbox.ts'
import { allReports } from './outbox-store.ts'
import type { Outcome } from './outcome.ts'
import type { Report } from './report.ts'
import { sendReport } from './send-report.ts'

/** Why what waits is not on its way: no network, a busy hub, nobody signed in; null while all is well. */
export const obstacle = ref<'away' | 'busy' | 'signedOut' | null>(null)

/** A report after its answer: once it is whole, what was sealed is not needed any more. */
function keepAnswered(report: Report, { answer }: Extract<Outcome, { kind: 'answered' }>): Promise<void> {
  const whole = !answer.refused && answer.rejected.length === 0
  return whole ? outbox.settle({ ...report, answer }) : outbox.put({ ...report, answer, state: 'decide' })
}

/** Sends what waits of one person, oldest first, and stops at the first that gets no answer: what follows may rest on it. */
async function sendInOrder(client: Client, person: string): Promise<void> {
  for (const report of await allReports()) {
    if (report.state !== 'waiting' || report.person !== person) continue
    const outcome = await sendReport(client, report)
    obstacle.value = outcome.kind === 'later' ? outcome.why : null
    if (outcome.kind === 'later') return
    await keepAnswered(report, outcome)
  }
}

let current: Promise<void> = Promise.resolve()
let next: Promise<void> | undefined

/** One sender at a time on the device, whichever tab it is in; what is asked for meanwhile becomes one more pass. */
export function sendOutbox(client: Client, person: string): Promise<void> {
  next ??= current.catch(() => undefined).then(() => {
    next = undefined
    current = navigator.locks.request('devicetrail.outbox', () => sendInOrder(client, person))
    return current
  })
  return next
}
