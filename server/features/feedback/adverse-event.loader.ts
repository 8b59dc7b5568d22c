import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { type CaseRow, casesById, requestsOfCases } from './adverse-event.cypher.ts'
import type { FiledReport, ReporterRequest } from './adverse-event.type.ts'
import { contextOfCases, type CaseContextRow } from './case-context.cypher.ts'

export const caseById = loaderOf<string, CaseRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(casesById, { ids }), (row) => row.case.id, (row) => row.case),
  () => null,
)

/** Questions to the reporter, and what the viewer's organization filed. */
export const papersOfCase = loaderOf<string, { requests: ReporterRequest[]; reports: FiledReport[] }>(
  async ({ graph }, ids) => bySubject(await graph.read(requestsOfCases, { ids }), (row) => row.case, (row) => row),
  () => ({ requests: [], reports: [] }),
)

export const contextOfCase = loaderOf<string, CaseContextRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(contextOfCases, { ids }), (row) => row.case, (row) => row),
  () => null,
)
