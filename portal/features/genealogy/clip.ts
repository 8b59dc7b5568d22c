/** A text cut to a width, in columns: a Han character takes two. */
export function clip(text: string, columns: number): string {
  let width = 0
  let kept = ''
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
    if (width > columns) return `${kept.trimEnd()}…`
    kept += character
  }
  return text
}
