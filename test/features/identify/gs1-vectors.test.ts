import { describe, expect, it } from 'vitest'
import { readLabel } from '../../../server/features/identify/read-label.ts'
import type { Label } from '../../../server/features/identify/label.ts'
import { vectors } from './vectors.ts'

const TODAY = new Date('2026-11-22T00:00:00Z')

interface Row { line: number; valid: boolean; elementString: string | null; comment: string | null }

/** The elements as an element string, FNC1 as `^`, without those that need none: compares content, not separators. */
function content(label: Label): string {
  return label.elements.map(({ key, value }) => key + value).join('')
}

function withoutFnc1(elementString: string | null): string {
  return (elementString ?? '').replaceAll('^', '')
}

describe('GS1 syntax engine: element strings', () => {
  // Country codes are a device label's least part: the AI's length is verified, the list of ISO 3166 is not carried.
  it.each(vectors<Row>('gs1-element-string-validate'))('line $line: $elementString', ({ valid, elementString }) => {
    const label = readLabel(`]d2${(elementString ?? '').replaceAll('^', '\u001d').slice(1)}`, TODAY)
    expect(label.standard).toBe('GS1')
    if (valid) expect(content(label)).toBe(withoutFnc1(elementString))
    const troubles = label.warnings.filter(({ code }) => code !== 'SEPARATOR_DOUBTFUL')
    expect(troubles.length === 0).toBe(valid)
  })
})

describe('GS1 syntax engine: brackets', () => {
  interface BracketRow extends Row { bracketed: string }
  it.each(vectors<BracketRow>('gs1-bracketed-ai-parse'))('line $line: $bracketed', ({ valid, bracketed, elementString }) => {
    const label = readLabel(bracketed, TODAY)
    if (valid) expect(content(label)).toBe(withoutFnc1(elementString))
    // "12345" and "1(12345" are no element strings; they may well be lots.
    expect(label.standard === 'GS1' && label.warnings.length === 0).toBe(valid)
  })
})

describe('GS1 syntax engine: scanner output', () => {
  interface ScanRow { line: number; valid: boolean; scanData: string; dataStr: string | null }
  // The engine demands a symbology identifier; people type numbers too.
  const TYPED = ['ABC', ']', ']X']
  // A number scanned from a Code 128 or QR is no GS1 data; the engine only passes it on.
  it.each(vectors<ScanRow>('gs1-scandata-process'))('line $line: $scanData', ({ valid, scanData, dataStr }) => {
    const label = readLabel(scanData, TODAY)
    if (TYPED.includes(scanData)) expect(label).toMatchObject({ standard: 'PLAIN', plain: scanData })
    else if (!valid) expect(label.warnings.length).toBeGreaterThan(0)
    else if (dataStr === null) expect(label).toMatchObject({ standard: 'UNKNOWN', warnings: [{ code: 'INPUT_EMPTY' }] })
    else if (dataStr.startsWith('^')) expect(content(label)).toBe(withoutFnc1(dataStr))
    else if (dataStr.includes('://')) expect(label.di).toBe('12312312312333')
    else expect(label.plain ?? label.di).toBe(label.di ? dataStr.padStart(14, '0') : scanData.slice(3))
  })
})

describe('GS1 syntax engine: Digital Link', () => {
  interface LinkRow extends Row { uri: string }
  // Rows whose engine options this reader does not have: it always takes short GTINs and convenience names.
  const REFUSED_BY_OPTION = ['https://a/gtin/12312312312333', 'https://a/01/02345673', 'https://a/8004/9520614141234567?01=02345673']
  // Hosts are the resolver's matter: what the path says is read all the same. And a GTIN of 13 digits is filled up here, as in the path.
  const READ_ALL_THE_SAME = ['https://[fe80::1%25lo]/01/12312312312333', 'https://a/8004/9520614141234567?01=2112345678900']
  // An AI with the same value twice does not contradict itself.
  const REPEATED = ['https://id.gs1.org/01/09520123456788/10/ABC123?99=XYZ789&10=ABC123', 'https://id.gs1.org/01/09520123456788/10/ABC123?99=XYZ789&99=XYZ789']
  const rows = vectors<LinkRow>('gs1-digital-link-parse')
  const lenient = [...REFUSED_BY_OPTION, ...READ_ALL_THE_SAME, ...REPEATED]

  it.each(rows.filter(({ valid }) => valid))('line $line: $uri', ({ uri, elementString }) => {
    const label = readLabel(uri, TODAY)
    expect(label.standard).toBe('GS1')
    expect(content(label)).toBe(withoutFnc1(elementString))
  })

  it.each(rows.filter(({ valid, uri }) => !valid && !lenient.includes(uri)))('line $line refuses $uri', ({ uri }) => {
    expect(readLabel(uri, TODAY).warnings.length).toBeGreaterThan(0)
  })

  it.each(lenient)('reads %s all the same', uri => {
    expect(readLabel(uri, TODAY)).toMatchObject({ standard: 'GS1', warnings: [] })
  })
})

describe('labels with missing separators (jodal/biip)', () => {
  interface SeparatorRow { data: string; hri: string }
  const rows = vectors<SeparatorRow>('gs1-separator-cases')

  it.each(rows)('$data', ({ data, hri }) => {
    const label = readLabel(data, TODAY)
    expect(label.elements.map(({ key, value }) => `(${key})${value}`).join('')).toBe(hri)
  })

  it('names the lot that swallowed a date', () => {
    const { warnings } = readLabel('010703206980498810032915210526', TODAY)
    expect(warnings).toMatchObject([{ code: 'SEPARATOR_MISSING', about: '10', suggestion: '(01)07032069804988(10)0329(15)210526' }])
  })
})
