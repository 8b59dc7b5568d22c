import { bySubject, loaderOf } from '../../../kernel/loader.ts'
import { concernedEvents, type ConcernedInput } from './concerned.cypher.ts'
import { concernedBy } from './concerned.rules.ts'
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

/** Ids of the events that a finding is about, what it does not fit to first, what raised it last. */
export const concernedByFinding = loaderOf<Pick<Finding, 'id' | 'code' | 'eventId' | 'serialId'>, readonly string[]>(
  async ({ graph }, findings) => {
    const rows = findings.flatMap(({ id, code, serialId }): ConcernedInput[] => { const wanted = concernedBy(code); return wanted && serialId !== null ? [{ finding: id, ...wanted }] : [] })
    const others = new Map<string, string[]>()
    for (const { finding, event } of rows.length === 0 ? [] : await graph.read(concernedEvents, { rows })) others.set(finding, [...others.get(finding) ?? [], event])
    return new Map(findings.map((finding) => [finding, [...others.get(finding.id) ?? [], ...(finding.eventId === null ? [] : [finding.eventId])]]))
  },
  () => [],
)
