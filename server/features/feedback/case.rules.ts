import { Refusal } from '../../kernel/errors.ts'
import type { SubmitAdverseEventInput } from './adverse-event.input.ts'
import { dayText } from '../../kernel/times.ts'
import { type Annex, whyNotSelectable } from './imdrf-terms.ts'

export type CaseState = 'RECEIVED' | 'TRIAGED' | 'ASSESSED' | 'CONCLUDED'

/** The life of a case: what may be done in which state, and where it leads; null: it stays as it is. */
const steps = {
  TRIAGE: { from: ['RECEIVED', 'TRIAGED'], to: 'TRIAGED' },
  CODE: { from: ['RECEIVED', 'TRIAGED', 'ASSESSED'], to: null },
  ASK: { from: ['RECEIVED', 'TRIAGED', 'ASSESSED'], to: null },
  ASSESS: { from: ['TRIAGED', 'ASSESSED'], to: 'ASSESSED' },
  CONCLUDE: { from: ['TRIAGED', 'ASSESSED'], to: 'CONCLUDED' },
  REOPEN: { from: ['CONCLUDED'], to: 'TRIAGED' },
} as const satisfies Record<string, { from: readonly CaseState[]; to: CaseState | null }>

export type CaseStep = keyof typeof steps

const isFrom = (step: CaseStep, state: CaseState): boolean => (steps[step].from as readonly CaseState[]).includes(state)

/** For buttons. */
export const caseStepsFrom = (state: CaseState): CaseStep[] => (Object.keys(steps) as CaseStep[]).filter((step) => isFrom(step, state))

/** The state after a step. @throws Refusal where the state does not allow it */
export const caseAfter = (step: CaseStep, state: CaseState): CaseState => {
  if (isFrom(step, state)) return steps[step].to ?? state
  throw new Refusal('CONFLICT', `A case that is ${state} does not take this step: only one that is ${steps[step].from.join(' or ')}.`, ['adverseEvent'])
}

/** Which annex each field of codes is of. */
export const annexOf = {
  deviceProblemCodes: 'A', investigationCodes: 'B', findingCodes: 'C', conclusionCodes: 'D', clinicalSignCodes: 'E', healthImpactCodes: 'F', componentCodes: 'G',
} as const satisfies Record<string, Annex>

export type CodeField = keyof typeof annexOf
const most: Partial<Record<CodeField, number>> = { deviceProblemCodes: 6 }

/** The codes of each field that is given, each once. @throws Refusal for a code that may not be chosen */
export const codesIn = (input: Partial<Record<CodeField, readonly string[] | null>>): Partial<Record<CodeField, string[]>> =>
  Object.fromEntries((Object.keys(annexOf) as CodeField[]).flatMap((field) => {
    const given = input[field]
    if (!given) return []
    const codes = [...new Set(given.map((code) => code.trim().toUpperCase()))]
    if (codes.length > (most[field] ?? 20)) throw new Refusal('INVALID_INPUT', `At most ${most[field] ?? 20} codes of annex ${annexOf[field]}.`, [field])
    for (const [index, code] of codes.entries()) {
      const why = whyNotSelectable(annexOf[field], code)
      if (why) throw new Refusal('INVALID_INPUT', why, [field, String(index)])
    }
    return [[field, codes]]
  }))

const refuse = (message: string, ...path: string[]): never => {
  throw new Refusal('INVALID_INPUT', message, path)
}

/** The reporter's mistakes that a person can put right, told one at a time. @param today YYYY-MM-DD, the latest that it is anywhere */
export const refuseUnclear = (input: SubmitAdverseEventInput, today: string): void => {
  const { code, ticket, deviceDescription, description, outcomes, patient, patientCount, reporter } = input
  const [occurred, until, aware] = [dayText(input.occurredOn) ?? '', dayText(input.occurredUntil), dayText(input.awareOn) ?? '']
  if (!code?.trim() && !ticket && !deviceDescription?.trim()) refuse('Give the device’s code, or describe the device.', 'code')
  if (description.trim() === '' || description.length > 4_000) refuse('Tell what happened in 1 to 4000 characters.', 'description')
  if (outcomes.length === 0) refuse('Say what it meant for the patient: NO_HARM or UNKNOWN if that is so.', 'outcomes')
  if (outcomes.includes('NO_HARM' as never) && outcomes.length > 1) refuse('NO_HARM does not go together with harm.', 'outcomes')
  if (occurred > today) refuse('occurredOn is in the future.', 'occurredOn')
  if (until && until < occurred) refuse('occurredUntil is before occurredOn.', 'occurredUntil')
  if (aware < occurred || aware > today) refuse('awareOn is between occurredOn and today.', 'awareOn')
  if (patient?.ageYears != null && !(patient.ageYears >= 0 && patient.ageYears < 130)) refuse('An age is between 0 and 130 years.', 'patient', 'ageYears')
  if (patient?.weightKg != null && !(patient.weightKg > 0 && patient.weightKg < 600)) refuse('A weight is between 0 and 600 kg.', 'patient', 'weightKg')
  if (patientCount != null && (patientCount < 0 || patientCount > 100_000)) refuse('patientCount is from 0 on.', 'patientCount')
  if (reporter.name.trim() === '' || reporter.name.length > 200) refuse('Give the reporter’s name.', 'reporter', 'name')
  if (!/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(reporter.email)) refuse('Give an address that answers reach.', 'reporter', 'email')
}
