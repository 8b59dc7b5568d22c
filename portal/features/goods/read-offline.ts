import { GS } from '../identify/scan-text.ts'

/** What a label says without asking the hub: the hub's own reading wins as soon as there is a network. */
export interface OfflineLabel { di: string | null, lot: string | null, serial: string | null, sscc: string | null, expiresOn: string | null }

/** GS1 General Specifications 3.2: lengths of the AIs that labels of devices bring; those of variable length end with FNC1. */
const fixed: Record<string, number> = { '00': 18, '01': 14, '02': 14, '11': 6, '15': 6, '17': 6, '20': 2 }
const variable = ['10', '21', '22', '30', '37', '240', '241', '250', '91']

/** Reads the common element strings of GS1, bracketed or with FNC1; anything else has no parts. */
export function readOffline(code: string): OfflineLabel {
  const parts = code.startsWith('(') ? bracketed(code) : elements(code.replace(/^\][A-Za-z]\d/, ''))
  const get = (ai: string) => parts.get(ai) ?? null
  return { di: get('01'), lot: get('10'), serial: get('21'), sscc: get('00'), expiresOn: dayOf(get('17')) }
}

function bracketed(code: string): Map<string, string> {
  return new Map([...code.matchAll(/\((\d{2,4})\)([^(]+)/g)].map(([, ai = '', value = '']) => [ai, value]))
}

function elements(text: string, found = new Map<string, string>()): Map<string, string> {
  const rest = text.startsWith(GS) ? text.slice(1) : text
  const length = fixed[rest.slice(0, 2)]
  if (length !== undefined && rest.length >= length + 2) return elements(rest.slice(length + 2), found.set(rest.slice(0, 2), rest.slice(2, length + 2)))
  const ai = found.size ? variable.find((it) => rest.startsWith(it)) : undefined
  if (ai === undefined) return found
  const [value = ''] = rest.slice(ai.length).split(GS)
  return elements(rest.slice(ai.length + value.length), found.set(ai, value))
}

/** GS1 7.12: years are within fifty of now; a day of 00 means the month's last. */
function dayOf(yymmdd: string | null, now = new Date()): string | null {
  if (!yymmdd || !/^\d{6}$/.test(yymmdd)) return null
  const [year, month, day] = [Number(yymmdd.slice(0, 2)), Number(yymmdd.slice(2, 4)), Number(yymmdd.slice(4))]
  const century = Math.floor(now.getFullYear() / 100) * 100
  const gap = year - (now.getFullYear() % 100)
  const full = century + year + (gap >= 51 ? -100 : gap <= -50 ? 100 : 0)
  return new Date(Date.UTC(full, day ? month - 1 : month, day)).toISOString().slice(0, 10)
}
