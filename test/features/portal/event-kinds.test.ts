import { describe, expect, it } from 'vitest'
import { eventIcon, kindsOf, stepKey, stepNames } from '../../../portal/features/custody/event-kinds.ts'
import { stepsEn, stepsZh } from '../../../portal/features/custody/step.messages.ts'

const event = (bizStep: string | null, over: { disposition?: string, errorDeclaredAt?: string, type?: string } = {}) => ({ type: 'OBJECT', bizStep, disposition: null, errorDeclaredAt: null, ...over })

describe('events on a timeline', () => {
  it('have words for every business step', () => {
    expect(stepNames.filter((name) => !(name in stepsZh) || !(name in stepsEn))).toEqual([])
  })

  it('are named more exactly where the disposition says more', () => {
    expect(stepKey(event('inspecting', { disposition: 'non_conformant' }))).toBe('inspecting_non_conformant')
    expect(stepKey(event('shipping', { disposition: 'in_transit' }))).toBe('shipping')
    expect(stepKey(event('shipping', { disposition: 'returned' }))).toBe('shipping_returned')
    expect(stepKey(event('dispensing', { disposition: 'non_sellable_other' }))).toBe('dispensing_non_sellable_other')
  })

  it('are known as a transformation without a step', () => {
    expect(stepKey(event(null, { type: 'TRANSFORMATION' }))).toBe('transforming')
    expect(stepKey(event(null))).toBe('other')
  })

  it('stay in their own group and join the corrections when declared wrong', () => {
    const wrong = event('shipping', { errorDeclaredAt: '2026-09-03T02:00:00Z' })
    expect(kindsOf(wrong)).toEqual(['moves', 'corrections'])
    expect(eventIcon(wrong)).toBe('void')
    expect(eventIcon(event('shipping'))).toBe('eventShip')
  })
})
