import { computed, ref, watch } from 'vue'
import { dayFromToday } from '../../ui/local-time.ts'
import { outbox, useOutbox } from '../outbox/outbox.ts'
import { keepSealed, readSealed } from '../outbox/outbox-store.ts'
import { openProblem, type Outcome, type Problem, reportOf } from '../outbox/problem.ts'
import { keepStore } from '../outbox/room.ts'
import { seal, unseal } from '../outbox/sealing.ts'

export const outcomes: readonly Outcome[] = ['NO_HARM', 'MINOR_HARM', 'OTHER_SERIOUS', 'INTERVENTION_REQUIRED', 'HOSPITALISATION', 'LIFE_THREATENING', 'DISABILITY', 'CONGENITAL_ANOMALY', 'DEATH', 'UNKNOWN']

const empty = (code: string, ticket: string): Problem => ({
  code, ticket, deviceDescription: '', description: '', occurredOn: dayFromToday(0), awareOn: dayFromToday(0), outcomes: [], harm: '', available: '',
  problems: [], attachments: [], name: '', email: '', occupation: '', lookedAt: '',
})

/** The form's texts are sealed one after the other: the last that was typed is the one that stays. */
function useKeeper(key: string) {
  const noRoom = ref(false)
  let [latest, running] = ['', false]
  async function keep(problem: Problem) {
    latest = JSON.stringify(problem)
    if (running) return
    running = true
    for (let kept = ''; kept !== latest;) {
      kept = latest
      await seal(kept).then((sealed) => keepSealed(key, sealed)).then(() => { noRoom.value = false }, () => { noRoom.value = true })
    }
    running = false
  }
  return { keep, noRoom }
}

/**
 * An adverse event as it is being typed, kept sealed on the device until it goes into the outbox: a reload, a closed
 * browser or an empty battery loses nothing.
 * @param again a report of the outbox that the hub did not take, to be put right
 */
export function useReportDraft(person: string, { code, again, ticket }: { code: string, again: string, ticket: string }) {
  const key = ['problem', person, again].filter(Boolean).join(' ')
  const { reports } = useOutbox()
  const replaced = computed(() => reports.value.find(({ id, state }) => id === again && state === 'decide') ?? null)
  const draft = ref(empty(code, ticket))
  const { keep, noRoom } = useKeeper(key)

  async function restore() {
    const sealed = await readSealed(key)
    if (again) await outbox.reread()
    const before = sealed ? JSON.parse(await unseal(sealed)) as Problem : replaced.value && await openProblem(replaced.value)
    if (before) draft.value = { ...before, code: code || before.code, ticket: ticket || (code && code !== before.code ? '' : before.ticket ?? '') }
  }
  const restored = ref(false)
  void restore().catch(() => undefined).then(() => {
    watch(draft, (it) => void keep(it), { deep: true })
    restored.value = true
  })

  /** Hands it to the outbox. Fails where the device has no room: then the form stays as it is. @returns the report's id */
  async function handOver(): Promise<string> {
    const report = await reportOf(draft.value, person)
    await outbox.addProblem(report, key, replaced.value)
    void keepStore()
    return report.id
  }
  return { draft, restored, replaced, noRoom, handOver }
}

/** No harm and not known stand alone; anything else may be several. */
export function withOutcome(chosen: readonly Outcome[], outcome: Outcome): Outcome[] {
  if (chosen.includes(outcome)) return chosen.filter((it) => it !== outcome)
  const alone: readonly Outcome[] = ['NO_HARM', 'UNKNOWN']
  return alone.includes(outcome) ? [outcome] : [...chosen.filter((it) => !alone.includes(it)), outcome]
}
