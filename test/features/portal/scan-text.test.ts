import { describe, expect, it } from 'vitest'
import { isSearch, plainScan, searchWords } from '../../../portal/features/identify/scan-text.ts'

describe('plainScan', () => {
  it.each([
    ['keeps GS and the AIM prefix', ']d2010697\u001d21A', ']d2010697\u001d21A'],
    ['drops other control characters and line ends', '\u000201069721\u0003\r\n', '01069721'],
    ['takes the first line that says something', '\n\n(01)1\n(01)2', '(01)1'],
    ['folds what a Chinese input method widens', '（０１）０６９７２１４５０３０１８８（２１）ＭＬ４－１', '(01)06972145030188(21)ML4-1'],
    ['folds Chinese punctuation', 'MA。156。M0【1】', 'MA.156.M0[1]'],
    ['leaves Chinese words as they are', '容量输注泵，ＩＰ', '容量输注泵，ＩＰ'],
    ['keeps the space at the end that is an HIBC check character', '+A99912345/$$52001510X3 ', '+A99912345/$$52001510X3 '],
    ['trims what was typed', '  4082261 ', '4082261'],
  ])('%s', (_, raw, text) => { expect(plainScan(raw)).toBe(text) })
})

describe('isSearch', () => {
  it.each(['输注泵', 'infusion pump', '? stent', 'XIENCE 支架'])('takes %s for words', (text) => { expect(isSearch(text)).toBe(true) })
  it.each(['4082261', 'ML4-260311-0452', '(01)08717648200274 (10)5031184', '+A123 BJC5D6E71G', ']d2010871', '=/A9999XYZ100T0944 &,1000', 'https://id.example/01/0 1', 'urn:epc:id:sgtin:0 1', '10A B\u001d21C'])('takes %s for a label', (text) => {
    expect(isSearch(text)).toBe(false)
  })
  it('searches for what stands behind the question mark', () => { expect(searchWords('? stent')).toBe('stent') })
})
