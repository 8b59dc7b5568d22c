import { describe, expect, it } from 'vitest'
import { base32, newTotpSecret, totpAt, totpStep } from '../../server/access/totp.ts'

const secret = base32(Buffer.from('12345678901234567890'))

describe('TOTP', () => {
  // RFC 6238, appendix B, SHA-1: its last six digits.
  it.each([[59, '287082'], [1_111_111_109, '081804'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130']])('at second %s is %s', (second, code) => {
    expect(totpAt(secret, second * 1_000)).toBe(code)
  })

  it('takes the code of a neighbouring step, and says which step it was', () => {
    const now = 1_234_567_890_000
    expect([-60, -30, 0, 30, 60].map((late) => totpStep(secret, totpAt(secret, now + late * 1_000), now))).toEqual([undefined, 41152262, 41152263, 41152264, undefined])
    expect(totpStep(secret, '', now)).toBeUndefined()
    expect(totpStep(secret, ' 005 924 ', now)).toBe(41152263)
  })

  it('has secrets of 160 bits in base 32', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
  })
})
