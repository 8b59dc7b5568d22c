import { describe, expect, test } from 'vitest'
import { custodyEventOf } from '../../../server/features/epcis/capture/custody-event.rules.ts'
import type { Draft } from '../../../server/features/epcis/capture/draft.rules.ts'

const lot = { uri: 'https://id.gs1.org/01/09520000050028/10/L-1', role: 'EPC', isClass: true, unit: null } as const
const draft = (bizStep: string, quantity: number | null) => ({
  eventId: 'urn:uuid:1', event: { eventTimeZoneOffset: '+08:00' }, names: [{ ...lot, quantity }],
  columns: { type: 'ObjectEvent', action: 'OBSERVE', bizStep, disposition: 'conformant', eventTime: '2026-05-01T00:00:00.000Z', bizTransactions: [], dispositionsSet: [], dispositionsUnset: [] },
}) as unknown as Draft
const told = (bizStep: string, quantity: number | null) => custodyEventOf(draft(bizStep, quantity), { named: true, all: [] }, new Map([[lot.uri, { id: 'bat_1', units: null }]]), 'org_1')?.things

describe('a lot of an event', () => {
  test.each(['inspecting', 'holding', 'repairing'])('%s takes part without a quantity too: it is judged as such', (bizStep) => {
    expect(told(bizStep, null)).toEqual([{ id: 'bat_1', role: 'EPC' }])
    expect(told(bizStep, 3)).toEqual([{ id: 'bat_1', role: 'EPC', quantity: 3, unit: 'EA' }])
  })
  test('moves by a quantity alone', () => {
    expect(told('shipping', null)).toEqual([])
  })
})
