import { bySubject, loaderOf } from '../../../kernel/loader.ts'
import { type FindingRow, findingsById } from './finding.cypher.ts'
import type { Finding } from './finding.type.ts'

const day = 86_400_000

export const aged = (row: FindingRow): Finding =>
  ({ ...row, ageDays: Math.max(0, Math.floor(((row.clearedAt === null ? Date.now() : Date.parse(row.clearedAt)) - Date.parse(row.raisedAt)) / day)) }) as Finding

/** Only those of the viewer's own reports, or of its own products. */
export const findingById = loaderOf<string, Finding | null>(
  async ({ graph }, ids) => bySubject(await graph.read(findingsById, { ids }), ({ finding }) => finding.id, ({ finding }) => aged(finding)),
  () => null,
)
