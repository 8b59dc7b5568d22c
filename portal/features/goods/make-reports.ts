import type { DraftLine, Report, ReportedLine, ReportFields, Sealed, Task } from '../outbox/report.ts'

export interface Collected { task: Task, person: string, fields: ReportFields, lines: readonly DraftLine[], sealed: Sealed | null }

/** The hub takes two thousand lines at once; a quarter of that leaves an answer time to come back over a weak network. */
const mostLines = 500

/** A carton is packed and leaves at once. */
const size = (task: Task, { carton }: ReportFields) => task === 'use' ? 1 : task === 'ship' && carton ? Infinity : mostLines

/** The reports that a set becomes: the hub takes them as a whole, uses one by one. Each has its key from here on. */
export function makeReports({ task, person, fields, lines, sealed }: Collected, at = new Date().toISOString()): Report[] {
  const sets = inParts(lines, size(task, fields))
  return sets.map((set, part) => ({
    id: crypto.randomUUID(), person, task, at, fields: fieldsOf(fields, part), files: Object.fromEntries((part ? [] : fields.acceptance?.photos ?? []).map(({ key }) => [key, null])), lines: set.map(reported), sealed, state: 'waiting', answer: null,
  }))
}

/** A delivery has its photos once, however many parts it is sent in. */
function fieldsOf(fields: ReportFields, part: number): ReportFields {
  const plain = JSON.parse(JSON.stringify(fields)) as ReportFields
  return part && plain.acceptance ? { ...plain, acceptance: { ...plain.acceptance, photos: [] } } : plain
}

function reported({ code, quantity, condition, note, known }: DraftLine): ReportedLine {
  return { code, quantity, condition, note, known: known && { ...known, reasons: [...known.reasons] } }
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  if (size >= all.length) return all.length ? [[...all]] : []
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
}
