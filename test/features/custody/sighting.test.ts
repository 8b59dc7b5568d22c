import { describe, expect, test } from 'vitest'
import type { Step } from '../../../server/features/custody/custody-event.type.ts'
import { leastMinutes, minutesBetween } from '../../../server/features/custody/sighting.rules.ts'
import { atClinic, fold, stepAt, type Told } from './fold-kit.ts'

const suspects = (...steps: Step[]): string[] => fold(...steps).findings.filter(({ code }) => code === 'SUSPECT').map(({ event }) => event)
/** Minutes after the clinic has received it. */
const after = (minutes: number, bizStep: string, told: Told = {}): Step =>
  stepAt(4, bizStep, { id: `${bizStep} ${minutes}`, hash: String(minutes), eventTime: new Date(Date.UTC(2026, 4, 1, 4, minutes)).toISOString(), ...told })

describe('seen at two places', () => {
  test.each([
    ['at the same place at once', 0, { site: 'clinic-ward', reportedBy: 'clinic' }, false],
    ['in another ward at once', 0, { site: 'clinic-store', reportedBy: 'clinic' }, false],
    ['with somebody else in the country, too soon', leastMinutes.sameCountry - 1, { site: 'other-ward', reportedBy: 'other' }, true],
    ['with somebody else in the country, in time', leastMinutes.sameCountry, { site: 'other-ward', reportedBy: 'other' }, false],
    ['abroad, too soon, of the same organization too', leastMinutes.otherCountry - 1, { site: 'clinic-abroad', reportedBy: 'clinic' }, true],
    ['abroad, in time', leastMinutes.otherCountry, { site: 'other-abroad', reportedBy: 'other' }, false],
  ] as const)('%s', (_name, minutes, told, isSuspect) =>
    expect(suspects(...atClinic, after(minutes, 'stock_taking', told))).toEqual(isSuspect ? [`stock_taking ${minutes}`] : []))

  test('handed over at the door to whom it was sent', () => {
    const sent = after(10, 'shipping', { from: 'clinic', to: 'other', site: 'clinic-ward', reportedBy: 'clinic' })
    expect(suspects(...atClinic, sent, after(11, 'receiving', { to: 'other', site: 'other-ward', reportedBy: 'other' }))).toEqual([])
    expect(suspects(...atClinic, sent, after(11, 'receiving', { to: 'third', site: 'third-ward', reportedBy: 'third' }))).toEqual(['receiving 11'])
    expect(suspects(...atClinic, sent, after(11, 'receiving', { to: 'other', site: 'other-abroad', reportedBy: 'other' }))).toEqual(['receiving 11'])
  })

  test.each([
    ['what is done at a desk', after(1, 'holding', { site: 'maker-plant' })],
    ['what was not there', after(1, 'cycle_counting', { site: 'other-ward', reportedBy: 'other', disposition: 'unavailable' })],
    ['the carton that it was in', after(1, 'shipping', { site: 'other-ward', from: 'other', to: 'clinic', via: 'carton' })],
  ])('%s is no sighting', (_name, step) => expect(suspects(...atClinic, step)).toEqual([]))

  test('whatever comes first, the later of the two is doubted; one declared an error, neither is', () => {
    const [here, there] = [after(20, 'storing', { site: 'clinic-store', reportedBy: 'clinic' }), after(25, 'implanting', { site: 'other-ward', reportedBy: 'other' })]
    expect(suspects(there, here, ...atClinic)).toEqual(['implanting 25'])
    const declared = (step: Step): Step => ({ ...step, event: { ...step.event, errorDeclaredAt: 'later' } })
    expect(suspects(...atClinic, here, declared(there))).toEqual([])
    expect(suspects(...atClinic, declared(here), there)).toEqual([])
  })

  test('a country that is not on record is no other country', () =>
    expect(minutesBetween({ organization: 'a', site: 'a-1', at: '' }, { organization: 'b', site: 'b-1', country: 'DE', at: '' }, false)).toBe(leastMinutes.sameCountry))
})
