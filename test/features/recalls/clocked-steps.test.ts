import { expect, it } from 'vitest'
import { clockedSteps } from '../../../server/features/recalls/clocked-steps.rules.ts'

it('clocks each step from the last one before it, and answers from the notices', () => {
  const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString()
  const moments = { DRAFT: at(0), REVIEW: null, SIGN: at(90), NOTIFY: at(91), FIRST_ACKNOWLEDGED: at(121), ALL_ANSWERED: at(211), CLOSE: null }
  expect(clockedSteps(moments).map(({ step, minutes, targetMinutes }) => [step, minutes, minutes !== null && minutes > targetMinutes])).toEqual([
    ['REVIEW', null, false], ['SIGN', 90, true], ['NOTIFY', 1, false], ['FIRST_ACKNOWLEDGED', 30, false], ['ALL_ANSWERED', 120, false], ['CLOSE', null, false],
  ])
})
