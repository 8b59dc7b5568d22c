import { useSessionStorage } from '@vueuse/core'
import { dayFromToday } from '../../ui/local-time.ts'
import type { Outcome, Term } from './case.query.ts'

export const outcomes: readonly Outcome[] = ['NO_HARM', 'MINOR_HARM', 'OTHER_SERIOUS', 'INTERVENTION_REQUIRED', 'HOSPITALISATION', 'LIFE_THREATENING', 'DISABILITY', 'CONGENITAL_ANOMALY', 'DEATH', 'UNKNOWN']

export interface Attachment { id: string, title: string }

/** What a reporter has typed so far: it survives a reload in this tab, and is gone once it is sent. */
export function useReportDraft(person: string, code: string) {
  const empty = () => ({
    code, deviceDescription: '', description: '', occurredOn: dayFromToday(0), awareOn: dayFromToday(0), outcomes: [] as Outcome[], harm: '' as '' | 'yes' | 'no', available: '' as '' | 'yes' | 'no',
    problems: [] as Term[], attachments: [] as Attachment[], name: '', email: '', occupation: '',
  })
  const draft = useSessionStorage(`devicetrail.report.${person}`, empty(), { mergeDefaults: true })
  if (code) draft.value.code = code
  return { draft, clear: () => { draft.value = empty() } }
}
export type ReportDraft = ReturnType<typeof useReportDraft>['draft']['value']

/** No harm and not known stand alone; anything else may be several. */
export function withOutcome(chosen: readonly Outcome[], outcome: Outcome): Outcome[] {
  if (chosen.includes(outcome)) return chosen.filter((it) => it !== outcome)
  const alone: readonly Outcome[] = ['NO_HARM', 'UNKNOWN']
  return alone.includes(outcome) ? [outcome] : [...chosen.filter((it) => !alone.includes(it)), outcome]
}
