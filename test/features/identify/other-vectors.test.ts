import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasRightCheckDigit } from '../../../server/features/identify/check-digit.ts'
import { aiOf } from '../../../server/features/identify/gs1-ai.ts'
import { findingsOf } from '../../../server/features/identify/gs1-value.ts'
import { readLabel } from '../../../server/features/identify/read-label.ts'
import { vectors } from './vectors.ts'

const TODAY = new Date('2026-11-22T00:00:00Z')

describe('GS1 linters', () => {
  interface Row { linter: string; valid: boolean; data: string; line: number; error?: string }
  const DATE_AI: Record<string, string> = { yymmd0: '17', yymmdd: '4326' }
  const rows = vectors<Row>('gs1-linter-vectors')

  it.each(rows.filter(({ linter }) => linter === 'csum'))('csum line $line: $data', ({ valid, data }) => {
    expect(hasRightCheckDigit(data)).toBe(valid)
  })

  it.each(rows.filter(({ linter }) => linter !== 'csum'))('$linter line $line: $data', ({ linter, valid, data }) => {
    const ai = aiOf(DATE_AI[linter] ?? '')
    expect(ai).toBeDefined()
    const problems = ai ? findingsOf(ai, data, TODAY).flatMap(({ problem }) => problem ?? []) : []
    expect(problems.length === 0).toBe(valid)
  })
})

describe('the table of application identifiers', () => {
  interface Entry { ai: string; fixedLengthNoFNC1: boolean; dlAttribute: boolean; spec: string[]; attrs: string[]; title: string }
  const text = readFileSync(new URL('vectors/gs1-ai-dictionary.json', import.meta.url), 'utf8')
  const { entries } = JSON.parse(text) as { entries: Entry[] }

  it.each(entries)('$ai $title', entry => {
    const [first = '', last = first] = entry.ai.split('-')
    for (const key of [first, last]) {
      const ai = aiOf(key)
      expect(ai).toMatchObject({ predefinedLength: entry.fixedLengthNoFNC1, linkAttribute: entry.dlAttribute })
      expect(ai?.linkKey).toBe(entry.attrs.some(attribute => attribute.startsWith('dlpkey')))
      expect(ai?.maxLength).toBe(entry.spec.reduce((sum, part) => sum + Number(/\d+/.exec(part)?.[0]), 0))
      expect(ai?.components.length).toBe(entry.spec.length)
    }
  })
})

describe('EPC URNs and Digital Links (OpenEPCIS)', () => {
  interface Row { urn: string; digitalLink: string; key: string }
  // No company prefix has a hyphen: a URN that its library made from a number it did not know.
  const rows = vectors<Row>('epc-urn-digitallink-pairs').filter(({ urn }) => urn !== 'urn:epc:idpat:cpi:123457-57578..*')
  const elements = (text: string) => readLabel(text, TODAY).elements.map(({ key, value }) => `${key}/${encodeURIComponent(value)}`)
  // Some links print `/`, `?` or `%` of a value unescaped, and some a wrong check digit: a URN carries none, it is computed.
  const isEscaped = (link: string) => !/%(?![0-9A-Fa-f]{2})|[^:]\/\/|\?/.test(link)
  const isRight = (link: string) => readLabel(link, TODAY).checks.every(({ outcome }) => outcome === 'RIGHT')

  it.each(rows)('$urn', ({ urn }) => {
    const label = readLabel(urn, TODAY)
    expect(label.standard).toBe('EPC')
    expect(label.companyPrefixLength).toBe(urn.split(':').at(4)?.indexOf('.'))
    expect(label.elements.length).toBeGreaterThan(0)
    expect(elements(`https://id.example.org/${elements(urn).join('/')}`)).toEqual(elements(urn))
  })

  it.each(rows.filter(({ digitalLink }) => isEscaped(digitalLink) && isRight(digitalLink)))('$urn and $digitalLink', ({ urn, digitalLink }) => {
    expect(elements(digitalLink)).toEqual(elements(urn))
  })

  it('leaves few links out of that', () => {
    expect(rows.filter(({ digitalLink }) => !isEscaped(digitalLink)).length).toBeLessThan(20)
    expect(rows.filter(({ digitalLink }) => !isRight(digitalLink)).length).toBeLessThan(20)
  })

  it('computes the check digit that a link has wrong', () => {
    expect(readLabel('urn:epc:id:gsrnp:1234567890.1234567', TODAY).elements).toMatchObject([{ key: '8017', value: '123456789012345675' }])
  })
})

describe('examples as regulators print them', () => {
  interface Row {
    udi: string; issuer: string; gtinCheckDigitOk?: boolean; mod43Ok?: boolean
    expected?: { di: string; lot?: string; serial?: string; expiration?: string; manufactured?: string }
  }
  it.each(vectors<Row>('regulator-examples'))('$issuer $udi', ({ udi, expected, gtinCheckDigitOk, mod43Ok }) => {
    const label = readLabel(udi, TODAY)
    if (expected) {
      const { di, lot, serial, expiration, manufactured } = expected
      expect(label).toMatchObject({ di, expiresOn: expiration })
      expect([label.lot, label.serial, label.manufacturedOn]).toEqual([lot, serial, manufactured])
    }
    const right = gtinCheckDigitOk ?? mod43Ok
    expect(label.checks.map(({ outcome }) => outcome)).toEqual([right ? 'RIGHT' : 'WRONG'])
    expect(label.warnings.map(({ code }) => code)).toEqual(right ? [] : ['CHECK_DIGIT_WRONG'])
  })

  it('splits the HIBC examples as the published table says', () => {
    expect(readLabel('+A999ABC123DE1/$+1234567Y', TODAY)).toMatchObject({ di: 'A999ABC123DE1', serial: '1234567' })
    expect(readLabel('+A123BJC5D6E71G', TODAY)).toMatchObject({ di: 'A123BJC5D6E71' })
  })
})
