import type { DraftLine, LineRejection, Report } from '../outbox/report.ts'
import type { GoodsAnswer } from './goods-lookup.query.ts'
import { readOffline } from './read-offline.ts'

/** Whether a line counts pieces: a lot does, a serial and a carton are one thing. Before the hub is asked, the label tells. */
export function counts({ known, code }: Pick<DraftLine, 'known' | 'code'>): boolean {
  if (known) return known.kind === 'LOT' || known.kind === 'NOTHING'
  const { lot, serial } = readOffline(code)
  return lot !== null && serial === null
}

/** A line as it is scanned, before the hub is asked. */
export function newLine(code: string, quantity: number | null): DraftLine {
  return { id: crypto.randomUUID(), code, quantity: quantity ?? (counts({ known: null, code }) ? 1 : null), known: null, same: code, scans: 1, rejection: null, condition: 'ACCEPTED', note: '' }
}

/** The same code again: one more of a lot; of a serial a mistake, which is true. */
export function scannedAgain(line: DraftLine): boolean {
  line.scans += 1
  if (counts(line)) line.quantity = (line.quantity ?? 0) + 1
  return line.known !== null && !counts(line)
}

/** The same code again in a list: of a lot that much more, of a serial a mistake. */
export function listedAgain(line: DraftLine, quantity: number | null): void {
  line.scans += 1
  if (counts(line) || (quantity ?? line.quantity) !== null) line.quantity = (line.quantity ?? line.scans - 1) + (quantity ?? 1)
}

/** Puts the hub's answer to a line. @returns the line that it is part of now, since two codes may be of one thing */
export function answerLine(lines: DraftLine[], line: DraftLine, { known, same, quantity }: GoodsAnswer): { line: DraftLine, twice: boolean } {
  const twin = same ? lines.find((it) => it.id !== line.id && it.same === same && it.condition === line.condition) : undefined
  if (twin) return merge(lines, twin, line)
  const onlyScanned = line.quantity === null || line.quantity === line.scans
  Object.assign(line, { known, same: same ?? line.code })
  if (counts(line) && onlyScanned) line.quantity = line.scans * (quantity ?? 1)
  return { line, twice: false }
}

function merge(lines: DraftLine[], twin: DraftLine, added: DraftLine): { line: DraftLine, twice: boolean } {
  lines.splice(lines.indexOf(added), 1)
  twin.scans += added.scans
  if (counts(twin)) twin.quantity = (twin.quantity ?? 0) + (added.quantity ?? added.scans)
  return { line: twin, twice: !counts(twin) }
}

/** The lines that the hub did not take, each with its reason, to be put right and reported again. */
export function returnedLines({ lines, answer }: Pick<Report, 'lines' | 'answer'>): DraftLine[] {
  if (!answer) return []
  const reasons: LineRejection[] = answer.refused ? lines.map((_, i) => ({ line: i + 1, code: answer.refused?.code ?? '', message: answer.refused?.message ?? '' })) : answer.rejected
  return reasons.flatMap(({ line, code, message }) => {
    const reported = lines[line - 1]
    return reported ? [{ ...newLine(reported.code, reported.quantity), ...reported, rejection: { code, message } }] : []
  })
}
