import { expect, it } from 'vitest'
import { expiryUrgency } from '../../../portal/features/custody/expiry.ts'

const today = new Date(2026, 10, 22, 23, 30)

it.each([
  ['2026-11-21', -1, 'expired'], ['2026-11-22', 0, 'soon'], ['2026-12-22', 30, 'soon'], ['2026-12-23', 31, 'later'], ['2027-02-20', 90, 'later'], ['2027-02-21', 91, 'far'],
])('%s is %i days off: %s', (day, days, urgency) => {
  expect(expiryUrgency(day, today)).toEqual({ days, urgency })
})
