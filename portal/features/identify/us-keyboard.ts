/** What scanners press for punctuation: they pose as a US keyboard unless somebody has set them otherwise. */
const marks: Record<string, readonly [string, string]> = {
  Minus: ['-', '_'], Equal: ['=', '+'], BracketLeft: ['[', '{'], BracketRight: [']', '}'], Backslash: ['\\', '|'], Semicolon: [';', ':'],
  Quote: ["'", '"'], Comma: [',', '<'], Period: ['.', '>'], Slash: ['/', '?'], Backquote: ['`', '~'], Space: [' ', ' '],
  NumpadAdd: ['+', '+'], NumpadSubtract: ['-', '-'], NumpadDecimal: ['.', '.'], NumpadDivide: ['/', '/'], NumpadMultiply: ['*', '*'],
}
const shiftedDigits = ')!@#$%^&*('

/** The character at a key's position (`KeyboardEvent.code`); empty for keys that type nothing. */
export function typedBy(code: string, shift: boolean): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shift ? letter : letter.toLowerCase()
  const digit = /^(Digit|Numpad)(\d)$/.exec(code)
  if (digit) return shift && digit[1] === 'Digit' ? shiftedDigits.charAt(Number(digit[2])) : digit[2] ?? ''
  return marks[code]?.[shift ? 1 : 0] ?? ''
}
