import { describe, expect, it } from 'vitest'
import { keptUntil, keptUntilText, type KeptRecord } from '../../../server/features/exports/retention.rules.ts'

const retention = { afterExpiry: 2, withoutExpiry: 5, contacts: 15 }
const sale: KeptRecord = { at: '2026-05-14T08:00:00.000Z', step: 'shipping', expiresOn: '2028-02-29', implantable: false }

describe('a record is kept', () => {
  it.each([
    ['two years after the expiry date', sale, '2030-03-01'],
    ['two years after the record, where it was made after the expiry date', { ...sale, expiresOn: '2026-01-31' }, '2028-05-14'],
    ['five years, where there is no expiry date', { ...sale, expiresOn: null }, '2031-05-14'],
    ['for ever, of an implant', { ...sale, implantable: true }, null],
    ['for ever, of what was implanted, whatever a register says', { ...sale, step: 'implanting' }, null],
  ])('%s', (_name, record, until) => expect(keptUntil(record, retention)).toBe(until))

  it('for as long as the settings say', () => expect(keptUntil(sale, { ...retention, afterExpiry: 10 })).toBe('2038-03-01'))

  it('with a word of caution where no register says whether it is an implant', () => {
    expect(keptUntilText({ ...sale, implantable: null }, retention)).toContain('for ever if an implant')
    expect(keptUntilText(sale, retention)).toBe('2030-03-01')
    expect(keptUntilText({ ...sale, implantable: true }, retention)).toBe('永久 for ever')
  })
})
