import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../portal/ui/csv.ts'

function line(...cells: (string | number | null)[]): string {
  return toCsv(['h'], [cells]).split('\r\n')[1] ?? ''
}

describe('CSV', () => {
  it('starts with a byte order mark, ends lines with CRLF', () => {
    expect(toCsv(['批号', 'b'], [['x', 1]])).toBe('\ufeff批号,b\r\nx,1\r\n')
  })

  it('quotes what would break a row', () => {
    expect(line('a,b', 'say "x"', 'two\nlines')).toBe('"a,b","say ""x""","two\nlines"')
  })

  it.each(['=1+1', '+8%', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1', '\u3000＋1', '\rx'])('does not let %j run as a formula', (text) => {
    expect(line(text).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it('leaves lots, codes, dates and numbers as they are', () => {
    expect(line('5031184', '(01)08717648200274', '2028-04-30', -2, null)).toBe('5031184,(01)08717648200274,2028-04-30,-2,')
  })
})
