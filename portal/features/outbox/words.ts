import type { ReportedLine, ReportFields, Sealed } from './report.ts'
import { seal, unseal } from './sealing.ts'

/** What was written freely, or names somebody: kept on the device only sealed. */
interface Words { partnerName: string, difference: string, reason?: string, remark: string, notes: string[] }

interface Wordy { fields: ReportFields, lines: readonly ReportedLine[], words?: Sealed | null }

function wordsOf({ fields, lines }: Wordy): Words {
  return { partnerName: fields.partnerName, difference: fields.difference ?? '', reason: fields.reason ?? '', remark: fields.acceptance?.remark ?? '', notes: lines.map(({ note }) => note ?? '') }
}

/** The same with these words in their places. */
function withWords<T extends Wordy>(of: T, { partnerName, difference, reason = '', remark, notes }: Words): T {
  const { acceptance } = of.fields
  return { ...of, fields: { ...of.fields, partnerName, difference, reason, acceptance: acceptance && { ...acceptance, remark } }, lines: of.lines.map((line, i) => ({ ...line, note: notes[i] ?? '' })) }
}

/** Without its words, and with them sealed. */
export async function sealWords<T extends Wordy>(of: T): Promise<T> {
  const words = wordsOf(of)
  const some = [words.partnerName, words.difference, words.reason, words.remark, ...words.notes].some(Boolean)
  return { ...withWords(of, { partnerName: '', difference: '', reason: '', remark: '', notes: [] }), words: some ? await seal(JSON.stringify(words)) : null }
}

/** With its words again, for the person who wrote them and for the moment in which it is sent. */
export async function openWords<T extends Wordy>(of: T): Promise<T> {
  if (!of.words) return of
  return { ...withWords(of, JSON.parse(await unseal(of.words)) as Words), words: null }
}
