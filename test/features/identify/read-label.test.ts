import { describe, expect, it } from 'vitest'
import type { Label } from '../../../server/features/identify/label.ts'
import { readLabel } from '../../../server/features/identify/read-label.ts'

const TODAY = new Date('2026-11-22T00:00:00Z')
const GS = '\u001d'
const codes = (label: Label) => label.warnings.map(({ code }) => code)

/** Reads, expects these fields and exactly these warnings. */
function expectLabel(raw: string, fields: Partial<Label>, warnings: string[] = []): void {
  const label = readLabel(raw, TODAY)
  const given = Object.keys(fields).map(name => [name, label[name as keyof Label]])
  expect(Object.fromEntries(given)).toEqual(fields)
  expect(label.raw).toBe(raw)
  expect(codes(label).sort()).toEqual([...warnings].sort())
}

const XIENCE = { standard: 'GS1', di: '08717648200274', lot: '4121541', serial: 'S1', expiresOn: '2027-12-31' } as const
const XIENCE_TEXT = '010871764820027417271231'

describe('GS1 by its marks', () => {
  it.each([']d2', ']C1', ']Q3', ']e0', ']J1', ''])('AIM prefix %j', prefix => {
    expectLabel(`${prefix}${XIENCE_TEXT}104121541${GS}21S1`, XIENCE)
  })

  it.each(['^', '{GS}', '<GS>', '[GS]', '\\x1d', '\\u001d', '\\F', '~', '␝', 'ALT029', 'Alt-029', 'Alt+029', '|', '\u001e', '<fnc1>', '_x001D_', '%1D'])(
    'a keyboard that makes %j of FNC1 is told', separator => {
      expectLabel(`${XIENCE_TEXT}104121541${separator}21S1`, XIENCE, ['SEPARATOR_REPLACED'])
      expectLabel(`${separator}${XIENCE_TEXT}104121541${separator}21S1${separator}`, XIENCE, ['SEPARATOR_REPLACED'])
    })

  it('leaves such characters in a value where no AI follows', () => {
    expectLabel(`]d2${XIENCE_TEXT}10A#B${GS}21S1`, { ...XIENCE, lot: 'A#B' }, ['CHARACTER_INVALID'])
  })

  it('reads brackets with spaces, lines, captions and full-width forms', () => {
    expectLabel('(01) 08717648200274 (17) 271231\n(10) 4121541 (21) S1\r\n', XIENCE)
    expectLabel('UDI: (01)08717648200274(17)271231(10)4121541(21)S1', XIENCE)
    expectLabel('（０１）０８７１７６４８２００２７４（17）271231（10）4121541（21）S1', XIENCE, ['FULL_WIDTH_FOLDED'])
  })

  it('keeps the parts in the order of the label', () => {
    const { elements } = readLabel('(21)S1(01)08717648200274', TODAY)
    expect(elements).toEqual([{ key: '21', value: 'S1', title: 'SERIAL' }, { key: '01', value: '08717648200274', title: 'GTIN' }])
  })
})

describe('GS1 fields', () => {
  const gtin = '(01)08717648200274'
  it.each<[string, Partial<Label>]>([
    ['(11)250301', { manufacturedOn: '2025-03-01' }],
    ['(13)250301(15)280301(16)280201', { packagedOn: '2025-03-01', bestBefore: '2028-03-01', sellBy: '2028-02-01' }],
    ['(17)280200', { expiresOn: '2028-02-29' }],
    ['(7003)2812311630', { expiresOn: '2028-12-31', expiresAt: '2028-12-31T16:30' }],
    ['(30)12', { quantity: 12 }],
    ['(240)REF', { elements: [{ key: '01', value: '08717648200274', title: 'GTIN' }, { key: '240', value: 'REF', title: 'ADDITIONAL ID' }] }],
  ])('%s', (text, fields) => expectLabel(gtin + text, { di: '08717648200274', ...fields }))

  it('knows a logistic unit and what is in it', () => {
    expectLabel('(00)006141411234567890(02)08717648200274(37)24(10)L1', { sscc: '006141411234567890', contentDi: '08717648200274', quantity: 24, lot: 'L1' })
    expect(readLabel('(00)006141411234567890(02)08717648200274', TODAY).di).toBeUndefined()
  })

  it('reads a place', () => expectLabel('(414)9520123456788', { gln: '9520123456788' }))

  it('takes two digits of a year from 49 years back to 50 ahead', () => {
    expectLabel(`${gtin}(11)771231(17)761231`, { manufacturedOn: '1977-12-31', expiresOn: '2076-12-31' })
    expect(readLabel(`${gtin}(17)010101`, new Date('1999-06-01')).expiresOn).toBe('2001-01-01')
  })
})

describe('GS1 trouble', () => {
  it.each<[string, string, Partial<Label>, string[]]>([
    ['a wrong check digit', '(01)08717648200275(10)A', { di: '08717648200275', lot: 'A', checks: [{ key: '01', outcome: 'WRONG' }] }, ['CHECK_DIGIT_WRONG']],
    ['an impossible date', '(01)08717648200274(17)271332(10)A', { lot: 'A', expiresOn: undefined }, ['DATE_IMPOSSIBLE']],
    ['an unknown AI', '(01)08717648200274(89)X(10)A', { lot: 'A' }, ['AI_UNKNOWN']],
    ['a field cut off', ']d201087176482', { di: undefined }, ['FIELD_TRUNCATED']],
    ['a date cut off', '(01)08717648200274(17)2712', { expiresOn: undefined }, ['FIELD_TRUNCATED']],
    ['a contradiction', '(01)08717648200274(10)A(10)B', { lot: 'A' }, ['FIELD_REPEATED']],
    ['a swallowed date', '010871764820027410ABC1727123121S1', { di: '08717648200274' }, ['SEPARATOR_MISSING']],
    ['a lot too long', '010871764820027410ABCDEFGH1727123121SERIAL99', { lot: undefined }, ['FIELD_TOO_LONG', 'SEPARATOR_MISSING']],
    ['a serial number that may hide in a lot', '010871764820027410ABC1221SER1', { lot: 'ABC1221SER1' }, ['SEPARATOR_DOUBTFUL']],
    ['an empty field', '(01)08717648200274(10)(21)X', { serial: 'X', lot: undefined }, ['FIELD_EMPTY']],
  ])('%s', (_, raw, fields, warnings) => expectLabel(raw, fields, warnings))

  it('suggests the other reading, in a form that can be read', () => {
    const { suggestion } = readLabel('010871764820027410ABC1727123121S1', TODAY).warnings[0] ?? {}
    expectLabel(suggestion ?? '', { di: '08717648200274', lot: 'ABC', expiresOn: '2027-12-31', serial: 'S1' })
  })
})

describe('digits and bare numbers', () => {
  it.each<[string, Partial<Label>, string[]]>([
    ['8717648200274', { standard: 'GS1', di: '08717648200274', plain: '8717648200274' }, []],
    ['08717648200274', { standard: 'GS1', di: '08717648200274' }, []],
    ['02345673', { standard: 'GS1', di: '00000002345673', plain: '02345673' }, ['DIGITS_ALONE']],
    [']E08717648200274', { standard: 'GS1', di: '08717648200274' }, []],
    [']E402345673', { standard: 'GS1', di: '00000002345673', plain: undefined }, []],
    ['8717648200275', { standard: 'PLAIN', plain: '8717648200275', di: undefined }, ['CHECK_DIGIT_WRONG']],
    ['12345678', { standard: 'PLAIN', plain: '12345678' }, []],
    ['10ABC', { standard: 'PLAIN', plain: '10ABC', lot: undefined, serial: undefined }, []],
    ['SN-2026/00017', { standard: 'PLAIN', plain: 'SN-2026/00017' }, []],
    ['批号20260117', { standard: 'PLAIN', plain: '批号20260117' }, []],
    ['1727123110ABC', { standard: 'GS1', lot: 'ABC', expiresOn: '2027-12-31', plain: '1727123110ABC' }, ['UNMARKED']],
    ['#1012345', { standard: 'PLAIN', plain: '#1012345' }, []],
    ['2024#10', { standard: 'PLAIN', plain: '2024#10' }, []],
    ['84012345678901234567', { standard: 'UNKNOWN' }, ['MEDICINE_CODE']],
    ['99999999999999999999', { standard: 'UNKNOWN' }, ['MEDICINE_CODE']],
    ['00006141411234567890', { standard: 'GS1', sscc: '006141411234567890' }, []],
    ['', { standard: 'UNKNOWN' }, ['INPUT_EMPTY']],
    ['https://www.example.com/catalogue', { standard: 'UNKNOWN' }, ['NOT_RECOGNIZED']],
  ])('%s', (raw, fields, warnings) => expectLabel(raw, fields, warnings))

  it('reads no more than 4,096 characters', () => {
    expectLabel('1'.repeat(4097), { standard: 'UNKNOWN', elements: [] }, ['INPUT_TOO_LONG'])
  })
})

describe('links and URNs', () => {
  it.each<[string, Partial<Label>, string[]]>([
    ['https://id.gs1.org/01/08717648200274/10/4121541/21/S1?17=271231', XIENCE, []],
    ['https://www.example.cn/products/stents/01/8717648200274?lot=4121541&ser=S1&exp=271231&linkType=gs1:pip', XIENCE, []],
    ['https://example.cn/gtin/08717648200274/lot/4121541/ser/S1?17=271231', XIENCE, []],
    ['https://id.gs1.org/ARFKk4XB0CDKWcnpq', { standard: 'GS1', di: undefined }, ['LINK_COMPRESSED']],
    ['https://id.gs1.org/01/08717648200274/10/A%2', { di: '08717648200274', lot: 'A%2' }, ['CHARACTER_INVALID']],
    ['urn:epc:id:sgtin:8717648.020027.S1', { standard: 'EPC', di: '08717648200274', serial: 'S1', companyPrefixLength: 7, checks: [{ key: '01', outcome: 'ABSENT' }] }, []],
    ['urn:epc:class:lgtin:8717648.020027.4121541', { standard: 'EPC', di: '08717648200274', lot: '4121541' }, []],
    ['urn:epc:idpat:sgtin:8717648.020027.*', { standard: 'EPC', di: '08717648200274', serial: undefined }, []],
    ['urn:epc:tag:sgtin-96:3.8717648.020027.77', { standard: 'EPC', di: '08717648200274', serial: '77' }, []],
    ['urn:epc:id:sscc:0614141.0123456789', { standard: 'EPC', sscc: '006141411234567890' }, []],
    ['urn:epc:id:sgln:952012.345678.0', { standard: 'EPC', gln: '9520123456788' }, []],
    ['urn:epc:id:sgtin:8717648', { standard: 'UNKNOWN' }, ['NOT_RECOGNIZED']],
  ])('%s', (raw, fields, warnings) => expectLabel(raw, fields, warnings))
})

describe('hostile text', () => {
  const pieces = [
    'https://a/01/08717648200274?', 'constructor=1', '__proto__=1', '&', 'urn:epc:id:', 'toString:', 'hasOwnProperty', '(01)', ')', '(', '+A123', '/$$', 'MA.156.', '.L',
    ']d2', '\u001d', '%', '\ud800', '0', '17', '=', '&,1', ';', 'DI:', ' ', '\0', '^', '。', '/', '10', '21', '8', '.', '*',
  ]

  it('never makes it throw, and the raw text comes back', () => {
    for (let run = 0; run < 20_000; run += 1) {
      // A fixed walk over the pieces: the same texts in every run.
      const raw = Array.from({ length: 1 + (run % 7) }, (_, place) => pieces[(run * (place * 2 + 7) + ((run * place) >> 3)) % pieces.length]).join('')
      expect(readLabel(raw, TODAY).raw).toBe(raw)
    }
  })
})

describe('HIBC', () => {
  const di = 'A123BJC5D6E71'
  it.each<[string, Partial<Label>, string[]]>([
    [']C0+A123BJC5D6E71G', { standard: 'HIBC', di }, []],
    ['*+A123BJC5D6E71G*', { di }, []],
    ['+a123bjc5d6e71g', { di }, []],
    ['*+H123PARTNO1234567890120/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202C*',
      { di: 'H123PARTNO1234567890120', lot: 'LOT123456789012345', serial: 'XYZ456789012345678', expiresAt: '2020-02-02T16:00', manufacturedOn: '2013-02-02' }, ['CHECK_DIGIT_WRONG']],
    ['+A123BJC5D6E71X', { di, checks: [{ key: 'C', outcome: 'WRONG' }] }, ['CHECK_DIGIT_WRONG']],
    ['+A123AA40 ', { di: 'A123AA40' }, []],
    ['*+A123AA40_*', { di: 'A123AA40' }, []],
    ['+A123AA40', { di: 'A123AA40' }, ['CHECK_CHARACTER_DROPPED']],
    ['+$$31301993C001XA', { lot: '3C001', di: undefined, expiresOn: undefined }, ['DATE_IMPOSSIBLE', 'CHECK_DIGIT_WRONG', 'DEVICE_IDENTIFIER_MISSING']],
  ])('%s', (raw, fields, warnings) => expectLabel(raw, fields, warnings))

  it('takes quantity, expiry and lot apart', () => {
    const { elements } = readLabel('+E203PB414109/$$8243280112R00089525J', TODAY)
    expect(elements.map(({ key, value }) => [key, value])).toEqual([
      ['+', 'E203PB414109'], ['$$8', '24'], ['$$3', '280112'], ['$', 'R00089525'], ['C', 'J'],
    ])
  })
})

describe('ICCBBA', () => {
  const whole = '=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123'
  const fields = {
    standard: 'ICCBBA', di: 'A9999XYZ100T0944', serial: '000025', donationId: 'A99971312345600',
    expiresOn: '2014-02-01', manufacturedOn: '2013-02-01', lot: '000000000000XYZ123',
  } as const
  it('reads the published example', () => expectLabel(whole, fields))
  it('reads a compound message', () => expectLabel(`=+06000${whole}`, fields))
  it('reads a blood container', () => expectLabel('=)1234567890&)LOT4567890', { di: '1234567890', lot: 'LOT4567890' }))
  it('tells a field cut off', () => expectLabel('=/A9999XYZ', { di: undefined }, ['FIELD_TRUNCATED']))
  it('tells a day that a year does not have', () => expectLabel('=>026366', { expiresOn: undefined }, ['DATE_IMPOSSIBLE']))
})

describe("China's MA codes", () => {
  const di = 'MA.156.M0.100761.21234561'
  it.each<[string, Partial<Label>, string[]]>([
    [`${di}.Sx00008.M220117.L20220117.D20220118.E220130.V220117.C3`,
      { standard: 'MA', di, serial: 'x00008', lot: '20220117', manufacturedOn: '2022-01-17', sterilizationLot: '20220118', expiresOn: '2022-01-17', firstInvalidOn: '2022-01-30' }, []],
    [`${di}.L1.E20270701`, { expiresOn: '2027-07-01', firstInvalidOn: '2027-07-01' }, ['FIRST_INVALID_DAY']],
    [`${di}.L2022.5.M220117`, { lot: '2022.5', manufacturedOn: '2022-01-17' }, ['LOT_WITH_DOT']],
    [`${di}.L20.M1`, { lot: '20.M1' }, ['LOT_WITH_DOT']],
    [`${di}.LSDV.SLLL`, { lot: 'SDV', serial: 'LLL' }, []],
    [`${di}.M221345.L1`, { lot: '1', manufacturedOn: undefined }, ['DATE_IMPOSSIBLE']],
    [`https://www.example.cn/q?c=${di}.L1&x=2`, { standard: 'MA', di, lot: '1' }, ['URL_WRAPPED']],
    ['ＭＡ。156。M0。100761。21234561。L1', { di, lot: '1' }, ['FULL_WIDTH_FOLDED']],
    ['MA.156.M0.100761', { standard: 'MA', di: undefined }, ['FIELD_TRUNCATED']],
    ['AHM.6901234.567', { standard: 'AHM', di: undefined }, ['AHM_NOT_READ']],
    ['https://m.mashangfangxin.com/x?c=81234567890123456789', { standard: 'AHM' }, ['AHM_NOT_READ']],
    ['AHM1234', { standard: 'PLAIN' }, []],
    ['MA.TERIAL', { standard: 'PLAIN' }, []],
  ])('%s', (raw, fields, warnings) => expectLabel(raw, fields, warnings))

  it('marks every part by its letter', () => {
    expect(readLabel(`${di}.L1.S2`, TODAY).elements.map(({ key }) => key)).toEqual(['MA', '.L', '.S'])
  })
})
