import type { ClockedStep } from './progress.type.ts'

/** What is clocked of a recall and its drills, each from the step before; minutes that it should take are ours, for want of a rule. */
const targets = [
  { step: 'REVIEW', minutes: 60 },
  { step: 'SIGN', minutes: 60 },
  { step: 'NOTIFY', minutes: 5 },
  { step: 'FIRST_ACKNOWLEDGED', minutes: 4 * 60 },
  { step: 'ALL_ANSWERED', minutes: 24 * 60 },
  { step: 'CLOSE', minutes: 24 * 60 },
] as const

type Step = (typeof targets)[number]['step']

/** When each step was done, null where it was not. */
export type StepMoments = Readonly<Record<Step | 'DRAFT', string | null>>

/** To the ten-thousandth, which is 6 ms: a drill may be signed within a second of its draft. */
export const minutesBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 6) / 10_000

/** Each step with the minutes since the last one before it that was done. Answers are clocked from the notices. */
export const clockedSteps = (moments: StepMoments): ClockedStep[] => {
  let last = moments.DRAFT
  return targets.map(({ step, minutes: target }) => {
    const at = moments[step]
    const from = step === 'ALL_ANSWERED' ? moments.NOTIFY : last
    if (at !== null) last = at
    return { step, at, minutes: at === null || from === null ? null : minutesBetween(from, at), targetMinutes: target }
  })
}
