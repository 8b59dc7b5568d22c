import { describe, expect, it } from 'vitest'
import { mayTake, nextDue, plusMonths, type TicketState, ticketAfter, ticketStepsFrom, withinLimits } from '../../../server/features/service/ticket.rules.ts'

describe('a ticket', () => {
  it.each<[TicketState, string]>([
    ['OPEN', 'START WAIT RESOLVE CANCEL'], ['IN_PROGRESS', 'WAIT RESOLVE CLOSE CANCEL'], ['WAITING', 'START RESOLVE CANCEL'], ['RESOLVED', 'CLOSE REOPEN'], ['CLOSED', 'REOPEN'], ['CANCELLED', ''],
  ])('that is %s takes %s', (state, steps) => {
    expect(ticketStepsFrom(state).join(' ')).toBe(steps)
  })

  it('lets a service provider work and the maker close', () => {
    const steps = ['START', 'WAIT', 'RESOLVE', 'CLOSE', 'REOPEN', 'CANCEL'] as const
    expect(steps.filter((step) => mayTake('DESK', step))).toEqual(steps)
    expect(steps.filter((step) => mayTake('PROVIDER', step))).toEqual(['START', 'WAIT', 'RESOLVE'])
    expect(steps.filter((step) => mayTake('OPENER', step))).toEqual(['CANCEL'])
  })

  it('refuses every other step', () => {
    expect(() => ticketAfter('CLOSE', 'OPEN')).toThrow('OPEN')
    expect(ticketAfter('REOPEN', 'CLOSED')).toBe('IN_PROGRESS')
  })

  it('sets when the next service is due by the plan, or by the engineer’s word', () => {
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(plusMonths('2027-08-31', 6)).toBe('2028-02-29')
    const plan = { maintenanceMonths: 12, calibrationMonths: 6 }
    const none = { maintenanceMonths: null, calibrationMonths: null }
    expect(nextDue('MAINTENANCE', plan, '2026-11-22', null)).toEqual({ maintenanceOn: '2027-11-22' })
    expect(nextDue('CALIBRATION', plan, '2026-11-22', null)).toEqual({ calibrationOn: '2027-05-22' })
    expect(nextDue('INSTALLATION', plan, '2026-11-22', null)).toEqual({ maintenanceOn: '2027-11-22', calibrationOn: '2027-05-22' })
    expect(nextDue('REPAIR', plan, '2026-11-22', null)).toEqual({})
    expect(nextDue('CALIBRATION', none, '2026-11-22', null)).toEqual({})
    expect(nextDue('REPAIR', none, '2026-11-22', '2027-01-01')).toEqual({ maintenanceOn: '2027-01-01' })
    expect(nextDue('CALIBRATION', plan, '2026-11-22', '2027-01-01')).toEqual({ calibrationOn: '2027-01-01' })
  })

  it('tells whether a value is within its limits', () => {
    expect([withinLimits(5, 0, 5), withinLimits(5.1, 0, 5), withinLimits(-1, 0, null), withinLimits(1, null, null)]).toEqual([true, false, false, null])
  })
})
