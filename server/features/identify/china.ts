import { isDigits } from './characters.ts'
import type { LabelInput } from './input.ts'
import { LabelDraft } from './label-draft.ts'

const AHM_SIGNS = new Set(['.', ':', '/', '|', ',', ';', '-', '(', ' ', '_'])
const AHM_HOSTS = ['alihealth.cn', 'alihealth.com', 'mashangfangxin.cn', 'mashangfangxin.com']
const MEDICINE_LENGTH = 20

/** Recognizes a code of the agency AHM (阿里健康). Its carrier format is not published: nothing is read. */
export function recognizeAhm(input: LabelInput): LabelDraft | undefined {
  const upper = input.text.toUpperCase()
  const named = upper.startsWith('AHM') && AHM_SIGNS.has(upper.charAt(3))
  if (!named && !isAhmLink(input.text.toLowerCase())) return undefined
  const draft = new LabelDraft('AHM')
  draft.element('', input.text.trimEnd(), '')
  draft.warn('AHM_NOT_READ')
  return draft
}

function isAhmLink(lower: string): boolean {
  if (!lower.startsWith('http://') && !lower.startsWith('https://')) return false
  const [, , host = ''] = lower.split('/', 3)
  return AHM_HOSTS.some(known => host === known || host.endsWith(`.${known}`))
}

/** Recognizes a 码上放心 number, 20 digits that begin with 8: it stands on medicines. */
export function recognizeMedicine(input: LabelInput): LabelDraft | undefined {
  return input.text.startsWith('8') ? medicine(input) : undefined
}

/** Twenty digits that no other reader took: said to be a medicine's code too. */
export function recognizeTwentyDigits(input: LabelInput): LabelDraft | undefined {
  return medicine(input)
}

function medicine(input: LabelInput): LabelDraft | undefined {
  const text = input.text.trimEnd()
  if (input.symbology === 'GS1' || text.length !== MEDICINE_LENGTH || !isDigits(text)) return undefined
  const draft = new LabelDraft('UNKNOWN')
  draft.element('', text, '')
  draft.warn('MEDICINE_CODE')
  return draft
}
