import { describe, expect, it } from 'vitest'
import { hibcCheckCharacter } from '../../../server/features/identify/check-digit.ts'
import { readLabel } from '../../../server/features/identify/read-label.ts'
import { vectors } from './vectors.ts'

const TODAY = new Date('2026-11-22T00:00:00Z')

describe('HIBC labels (DacoTaco)', () => {
  interface Row {
    barcode: string
    expected: {
      lic: string; productCode: string; unitOfMeasure: number; lot?: string; serial?: string; quantity?: number
      expiration?: string; manufactured?: string; expirationFormat?: string
    }
  }
  it.each(vectors<Row>('hibc-parse-dacotaco'))('$barcode', ({ barcode, expected }) => {
    const label = readLabel(barcode, TODAY)
    expect(label.standard).toBe('HIBC')
    expect(label.di).toBe(`${expected.lic}${expected.productCode}${expected.unitOfMeasure}`)
    const { lot, serial, quantity, manufactured, expiration } = expected
    expect({ lot: label.lot, serial: label.serial, quantity: label.quantity, manufacturedOn: label.manufacturedOn })
      .toEqual({ lot, serial, quantity, manufacturedOn: manufactured })
    // That library takes the first day of a month without a day; a device expires at the month's end.
    const day = expected.expirationFormat === 'MMyy' ? lastDay(expiration) : expiration?.slice(0, 10)
    expect(label.expiresOn).toBe(day)
    expect(label.expiresAt).toBe(expiration?.includes('T') ? expiration : undefined)
  })
})

describe('HIBC symbols (PTW Freiburg)', () => {
  interface Row {
    fn: string; udi: string; mod43Ok: boolean
    input: { lic: string; pcn: string; unitOfMeasure: number; lot?: string; sn?: string; quantityValue?: string; manufactureDate?: string; expDateFormat?: string }
  }
  it.each(vectors<Row>('hibc-build-ptw'))('$udi', ({ fn, udi, input, mod43Ok }) => {
    const label = readLabel(udi, TODAY)
    expect(label.checks[0]?.outcome).toBe(mod43Ok ? 'RIGHT' : 'ABSENT')
    const di = fn === 'createSecondaryDataStructure' ? undefined : `${input.lic}${input.pcn}${input.unitOfMeasure}`
    expect(label.di).toBe(di)
    expect(label).toMatchObject({ ...(input.lot ? { lot: input.lot } : {}), ...(input.sn ? { serial: input.sn } : {}) })
    expect(label.quantity).toBe(input.quantityValue ? Number(input.quantityValue) : undefined)
    expect(label.manufacturedOn !== undefined).toBe(input.manufactureDate !== undefined)
    expect(label.expiresOn !== undefined).toBe(input.expDateFormat !== undefined)
  })
})

describe('HIBC layouts (chriswjones), whose check and link characters are placeholders', () => {
  interface Row { barcode?: string; expected: { type: string; labelerId?: string; product?: string; uom?: number; lot?: string; serial?: string; date?: string | null; quantity?: number } }
  // By chance, a space as check character would agree with these: it is taken for dropped, as pasting often does, and said so.
  const DROPPED_SPACE = ['+$$09053C001L/', '+Z999009993020351/$$+605271200001C', '+$$9001004050928223C001LC']
  // The expected hour was copied from another row: these print 20.
  const HOUR_20 = ['+Z999009993020351/$$+4050928200001C', '+$$+4050928200001LC', '+$$+605271200001LC']
  const rows = vectors<Row>('hibc-layout-chriswjones')
    .filter((row): row is Row & { barcode: string } => row.barcode !== undefined && !DROPPED_SPACE.includes(row.barcode))

  it.each(DROPPED_SPACE)('%s may have lost a space', barcode => {
    expect(readLabel(barcode, TODAY).warnings.map(({ code }) => code)).toContain('CHECK_CHARACTER_DROPPED')
  })

  it.each(rows)('$barcode', ({ barcode, expected }) => {
    const label = readLabel(barcode, TODAY)
    const { labelerId, product, uom, date } = expected
    expect(label.di).toBe(labelerId ? `${labelerId}${product}${uom}` : undefined)
    expect({ lot: label.lot, serial: label.serial, quantity: label.quantity }).toEqual({ lot: expected.lot, serial: expected.serial, quantity: expected.quantity })
    expect(label.expiresOn).toBe(date ? lastDay(date) : undefined)
    const time = HOUR_20.includes(barcode) ? '2005-09-28T20' : date
    expect(label.expiresAt).toBe(time?.includes('T') ? `${time}:00` : undefined)
  })
})

describe('link characters', () => {
  // The layout file's rows compare placeholders; these are computed.
  const primary = '+A123BJC5D6E71G'
  const secondary = (link: string) => `+$$09053C001${link}${hibcCheckCharacter(`+$$09053C001${link}`)}`

  it('agree where both symbols come from one label', () => {
    expect(readLabel(primary + secondary('G'), TODAY)).toMatchObject({ di: 'A123BJC5D6E71', lot: '3C001', warnings: [] })
  })

  it('differ where they do not', () => {
    expect(readLabel(primary + secondary('X'), TODAY).warnings).toMatchObject([{ code: 'LINK_CHARACTER_WRONG' }])
  })
})

/** A month as its last day; a day stays. */
function lastDay(date = ''): string {
  const [year, month, day] = date.split('-')
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return day && day !== '01' ? date.slice(0, 10) : `${year}-${month}-${last}`
}
