import { describe, expect, it } from 'vitest'
import { readAnswerFile, textOf } from '../../../portal/features/recalls/answer-file.ts'

const words = new Map([['已退回', 'RETURNED'], ['Quarantined', 'QUARANTINED']] as const)

describe('an answer from a file', () => {
  it('takes codes and words, and leaves out what is not answered yet', async () => {
    const text = '\ufeffUDI,Disposition,Quantity,Forwarded to\r\n(01)06972145030560(10)2606B03(21)B03-004,RETURNED,,\r\nB03-005,Quarantined,,\r\nB03-006,,,\r\n"2606B03",forwarded,"3","Ward, east"\r\n'
    expect(await readAnswerFile(text, words)).toEqual({
      lines: [
        { code: '(01)06972145030560(10)2606B03(21)B03-004', disposition: 'RETURNED', quantity: null, forwardedTo: '' },
        { code: 'B03-005', disposition: 'QUARANTINED', quantity: null, forwardedTo: '' },
        { code: '2606B03', disposition: 'FORWARDED', quantity: 3, forwardedTo: 'Ward, east' },
      ],
      unread: [],
    })
  })

  it('names the lines that it cannot read, and takes the others', async () => {
    const { lines, unread } = await readAnswerFile('编码;处置;数量\nA1;已退回;\nA2;somehow;\n;已退回;\nA4;已退回;many\n', words)
    expect(lines.map(({ code }) => code)).toEqual(['A1'])
    expect(unread).toEqual([3, 4, 5])
  })

  it('reads what Chinese Excel writes', async () => {
    // "编码,处置" and "A1,已退回" in GB18030.
    const bytes = Uint8Array.from([0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xb4, 0xa6, 0xd6, 0xc3, 0x0a, 0x41, 0x31, 0x2c, 0xd2, 0xd1, 0xcd, 0xcb, 0xbb, 0xd8, 0x0a])
    expect((await readAnswerFile(textOf(bytes.buffer), words)).lines).toMatchObject([{ code: 'A1', disposition: 'RETURNED' }])
  })

  it('finds nothing in a file without the headings', async () => {
    expect(await readAnswerFile('something,else\n1,2\n', words)).toEqual({ lines: [], unread: [] })
  })
})
