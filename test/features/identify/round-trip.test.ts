import { describe, expect, it } from 'vitest'
import { gs1CheckDigit } from '../../../server/features/identify/check-digit.ts'
import { normalizeDeviceIdentifier, type IdentifierScheme } from '../../../server/features/identify/device-identifier.ts'
import { labelText, type Udi } from '../../../server/features/identify/label-text.ts'
import { readLabel } from '../../../server/features/identify/read-label.ts'

const DIGITS = '0123456789'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CSET82 = `!"%&'()*+,-./${DIGITS}:;<=>?${UPPER}_${UPPER.toLowerCase()}`
const ANYTHING = `${CSET82} \t^~|#$@\\{}[]\u001d批号１Ａ（）。\u3000é😀\u200b`
const RUNS = 2000

/** Numbers from a fixed seed (mulberry32): the same cases in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const random = randomFrom(20261122)
const text = (alphabet: string, min: number, max: number) => {
  const characters = Array.from(alphabet)
  return Array.from({ length: min + random(max - min + 1) }, () => characters[random(characters.length)]).join('')
}
const sometimes = (value: string) => (random(4) === 0 ? undefined : value)
const gtin = () => { const digits = text(DIGITS, 13, 13); return digits + gs1CheckDigit(digits) }

/** What each scheme may legally carry. */
const LEGAL: Record<IdentifierScheme, () => Udi> = {
  GS1: () => ({ scheme: 'GS1', di: gtin(), lot: sometimes(text(CSET82, 1, 20)), serial: sometimes(text(CSET82, 1, 20)) }),
  HIBC: () => ({
    scheme: 'HIBC', di: text(UPPER, 1, 1) + text(DIGITS + UPPER, 4, 21) + text(DIGITS, 1, 1),
    lot: sometimes(text(`${DIGITS + UPPER}-.`, 1, 18)), serial: sometimes(text(`${DIGITS + UPPER}-.`, 1, 18)),
  }),
  ICCBBA: () => ({
    scheme: 'ICCBBA', di: text(DIGITS + UPPER, 16, 16), lot: sometimes(text(DIGITS + UPPER, 18, 18)), serial: sometimes(text(DIGITS + UPPER, 6, 6)),
  }),
  MA: () => ({
    scheme: 'MA', di: `MA.156.M0.${text(DIGITS, 6, 6)}.${text(DIGITS + UPPER.toLowerCase(), 6, 12)}`,
    lot: sometimes(text(CSET82.replace('.', ''), 1, 30)), serial: sometimes(text(CSET82.replace('.', ''), 1, 30)),
  }),
  PLAIN: () => ({ scheme: 'PLAIN', di: text(ANYTHING, 1, 30), lot: sometimes(text(ANYTHING, 1, 30)), serial: sometimes(text(ANYTHING, 1, 30)) }),
}

function readBack({ di, lot, serial }: Udi, written: string): void {
  const label = readLabel(written)
  expect([label.di, label.lot, label.serial], written).toEqual([di, lot, serial])
}

describe('what labelText writes, readLabel reads', () => {
  const schemes = Object.keys(LEGAL) as IdentifierScheme[]

  it.each(schemes)('%s, legal values', scheme => {
    for (let run = 0; run < RUNS; run += 1) {
      const udi = LEGAL[scheme]()
      const written = labelText(udi)
      readBack(udi, written)
      if (scheme !== 'PLAIN') expect(written).not.toMatch(/^DI:/)
      expect(readLabel(written).warnings).toEqual([])
    }
  })

  it.each(schemes)('%s, any lot and serial number at all', scheme => {
    for (let run = 0; run < RUNS; run += 1) {
      const udi = { ...LEGAL[scheme](), lot: text(ANYTHING, 1, 40), serial: text(ANYTHING, 1, 40) }
      readBack(udi, labelText(udi))
    }
  })

  it.each(schemes)('%s: a device identifier is normalized already', scheme => {
    for (let run = 0; run < 200; run += 1) {
      const { di } = LEGAL[scheme]()
      if (scheme !== 'PLAIN') expect(normalizeDeviceIdentifier(di, scheme)).toBe(di)
    }
  })
})

describe('texts as printed', () => {
  it.each([
    [{ scheme: 'GS1', di: '08717648200274', lot: '4121541', serial: 'A(1)' }, '(01)08717648200274(10)4121541(21)A\\(1)'],
    [{ scheme: 'HIBC', di: 'A123BJC5D6E71' }, '+A123BJC5D6E71G'],
    [{ scheme: 'MA', di: 'MA.156.M0.100761.21234561', lot: '20220117', serial: 'x8' }, 'MA.156.M0.100761.21234561.L20220117.Sx8'],
    [{ scheme: 'MA', di: 'MA.156.M0.100761.21234561', lot: '2022.5' }, 'DI:MA.156.M0.100761.21234561;LOT:2022.5'],
    [{ scheme: 'ICCBBA', di: 'A9999XYZ100T0944', serial: '000025' }, '=/A9999XYZ100T0944=,000025'],
    [{ scheme: 'PLAIN', di: 'CoCr-7', lot: '批号 1;2' }, 'DI:CoCr-7;LOT:批号%201%3B2'],
  ] satisfies [Udi, string][])('%o', (udi, expected) => {
    expect(labelText(udi)).toBe(expected)
  })

  it.each([
    ['8717648200274', 'GS1', '08717648200274'],
    ['(01)08717648200274', 'GS1', '08717648200274'],
    ['+A123BJC5D6E71G', 'HIBC', 'A123BJC5D6E71'],
    ['a123bjc5d6e71', 'HIBC', 'A123BJC5D6E71'],
    ['=/A9999XYZ100T0944', 'ICCBBA', 'A9999XYZ100T0944'],
    [' ＭＡ.156.M0.100761.21234561', 'MA', 'MA.156.M0.100761.21234561'],
  ] as const)('%s of a catalogue is stored as %s %s', (given, scheme, expected) => {
    expect(normalizeDeviceIdentifier(given, scheme)).toBe(expected)
  })
})
