import { describe, expect, it } from 'vitest'
import { annexes, searchTerms, termOf, whyNotSelectable } from '../../../server/features/feedback/imdrf-terms.ts'
import { identityWarnings } from '../../../server/features/feedback/patient-identity.rules.ts'

describe('a free text', () => {
  it.each([
    ['患者王小明，男，68岁，球囊回缩缓慢', 'NAME'],
    ['李女士术后出血', 'NAME'],
    ['Mr. Baker complained of pain', 'NAME'],
    ['身份证 11010519491231002X', 'ID_NUMBER'],
    ['联系电话13812345678', 'PHONE'],
    ['住院号：20260311', 'RECORD_NUMBER'],
    ['MRN 4471123', 'RECORD_NUMBER'],
    ['DOB 12/04/1951', 'BIRTH_DATE'],
    ['write to p.lee@example.org', 'EMAIL'],
  ])('%s looks like a patient’s identity', (text, code) => {
    expect(identityWarnings(text).map((warning) => warning.code)).toContain(code)
  })

  it.each(['球囊回缩缓慢，患者男，68岁，无后遗症', 'Lot 2608B04, serial B04-005: the balloon deflated slowly within 90 s.', '(01)06972145030560(17)280827(10)2608B04(21)B04-005', '批号 110105194912310021 的产品'])('%s does not', (text) => {
    expect(identityWarnings(text)).toEqual([])
  })
})

describe('IMDRF’s terms', () => {
  it('are there with all annexes, 1,940 codes', () => {
    expect(annexes.map((annex) => searchTerms(annex, '', 5_000).length).every((count) => count > 0)).toBe(true)
    expect(termOf('A010101')?.term).toBe('Biocompatibility')
  })

  it('are found by words, the name before the definition', () => {
    expect(searchTerms('A', 'deflation', 5)[0]?.term.toLowerCase()).toContain('deflation')
    expect(searchTerms('E', 'Brain Injury', 1)[0]?.code).toBe('E0102')
  })

  it('may not be a heading, nor of another annex', () => {
    expect(whyNotSelectable('E', 'E01')).toContain('heading')
    expect(whyNotSelectable('A', 'E0101')).toContain('annex A')
    expect(whyNotSelectable('A', 'A9999')).toBeDefined()
    expect(whyNotSelectable('E', 'E0101')).toBeUndefined()
    expect(searchTerms('E', 'nervous system', 50).map(({ code }) => code)).not.toContain('E01')
  })
})
