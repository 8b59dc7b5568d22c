import { describe, expect, it } from 'vitest'
import { labelSegments } from '../../../portal/features/identify/label-segments.ts'

const keys = (raw: string, elements: { key: string, value: string }[]) => labelSegments(raw, elements).filter(({ kind }) => kind === 'key').map(({ text }) => text)
const lot = [{ key: '01', value: '08717648200274' }, { key: '10', value: '5031184' }]

describe('labelSegments', () => {
  it('colours identifiers in brackets and shows what else there is', () => {
    expect(labelSegments('(01)08717648200274(10)5031184', lot)).toEqual([
      { kind: 'key', text: '(01)' }, { kind: 'text', text: '08717648200274' }, { kind: 'key', text: '(10)' }, { kind: 'text', text: '5031184' },
    ])
  })

  it('makes the separator visible', () => {
    const segments = labelSegments(']d2105031184\u001d21X', [{ key: '10', value: '5031184' }, { key: '21', value: 'X' }])
    expect(segments.map(({ text }) => text)).toEqual([']d2', '10', '5031184', 'GS', '21', 'X'])
    expect(segments[3]?.kind).toBe('separator')
  })

  it('finds identifiers in the path of a Digital Link', () => {
    expect(keys('https://id.example/01/08717648200274/10/5031184', lot)).toEqual(['/01/', '/10/'])
  })

  it('finds HIBC parts, of which the last has no mark of its own', () => {
    expect(keys('+Z999PN20G190/$$3280531H26077', [{ key: '+', value: 'Z999PN20G190' }, { key: '$$3', value: '280531' }, { key: '$', value: 'H2607' }, { key: 'C', value: '7' }])).toEqual(['+', '$$3'])
  })

  it('colours nothing where the parts are not in the text as it came', () => {
    expect(labelSegments('（01）08717648200274', lot)).toEqual([{ kind: 'text', text: '（01）08717648200274' }])
  })

  it('loses no character', () => {
    const raw = ']d20108717648200274105031184'
    expect(labelSegments(raw, lot).map(({ text }) => text).join('')).toBe(raw)
  })
})
