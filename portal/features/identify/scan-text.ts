/** FNC1 as it travels between the fields of a GS1 label. */
export const GS = '\u001d'

/** A label's text for the eye: its separators made visible. */
export function visibleText(text: string): string {
  return text.replaceAll(GS, '<GS>')
}

const control = /[\u0000-\u001c\u001e\u001f\u007f]/g
const han = /\p{Script=Han}/u
/** What labels begin with: an AIM prefix, a bracketed AI, HIBC, ICCBBA, a web address, an EPC URN, China's MA. */
const labelStart = /^(\][A-Za-z]\d|\(\d{2,4}\)|\*?\+|[=&]|https?:\/\/|urn:|MA\.)/i

/** What an input method makes of plain keys; full-width forms are folded by their distance to ASCII. */
const punctuation: Record<string, string> = { '\u3000': ' ', '。': '.', '、': '/', '【': '[', '】': ']', '￥': '$', '——': '_', '‘': "'", '’': "'", '“': '"', '”': '"' }

/** A scanned, pasted or typed text as the hub should get it: one line, GS kept, what an input method widened folded back. */
export function plainScan(text: string): string {
  const line = text.split(/[\r\n]/).find((part) => part.trim()) ?? ''
  const clean = line.replace(control, '').trimStart()
  // HIBC's check character, the last one, may be a space.
  const kept = /^\*?\+/.test(clean) ? clean : clean.trimEnd()
  return han.test(kept) ? kept : kept.replace(/——|[\u3000。、【】￥‘’“”]/g, (found) => punctuation[found] ?? found).replace(/[！-～]/g, narrow)
}

/** Words to search for rather than a code to look up: Chinese, several words, or a question mark in front. */
export function isSearch(text: string): boolean {
  if (text.startsWith('?')) return true
  if (labelStart.test(text) || text.includes(GS)) return false
  return han.test(text) || /\S\s+\S/.test(text)
}

/** The words of a search, without the mark that made it one. */
export function searchWords(text: string): string {
  return text.replace(/^\?\s*/, '')
}

function narrow(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - 0xfee0)
}
