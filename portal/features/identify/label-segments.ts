import { GS } from './scan-text.ts'

export interface LabelSegment { kind: 'key' | 'text' | 'separator', text: string }

/**
 * Cuts a label's raw text so that its identifiers (AIs) can be coloured.
 * Where the parts cannot all be found in the text, as it came, it stays in one piece: a guess is never shown as a fact.
 */
export function labelSegments(raw: string, elements: readonly { key: string, value: string }[]): LabelSegment[] {
  const segments: LabelSegment[] = []
  let rest = raw
  for (const { key, value } of elements) {
    const found = findPart(rest, key, value)
    if (!found) return plain(raw)
    segments.push(...plain(rest.slice(0, found.at)), ...(found.key ? [{ kind: 'key' as const, text: found.key }] : []), ...plain(value))
    rest = rest.slice(found.at + found.key.length + value.length)
  }
  return [...segments, ...plain(rest)]
}

/** An identifier in brackets, bare, in a Digital Link's path or query; or none, where the value stands by itself. */
function findPart(text: string, key: string, value: string) {
  for (const written of key ? [`(${key})`, key, `/${key}/`, `${key}=`] : []) {
    const at = text.indexOf(written + value)
    if (at >= 0) return { at, key: written }
  }
  return text.startsWith(value) ? { at: 0, key: '' } : null
}

function plain(text: string): LabelSegment[] {
  const [first = '', ...others] = text.split(GS)
  const pieces: LabelSegment[] = [{ kind: 'text', text: first }, ...others.flatMap((piece): LabelSegment[] => [{ kind: 'separator', text: 'GS' }, { kind: 'text', text: piece }])]
  return pieces.filter((piece) => piece.text)
}
