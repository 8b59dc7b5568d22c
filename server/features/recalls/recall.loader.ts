import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { dispositionsBy } from './notice.rules.ts'
import { progressOfRecalls, type ProgressRow } from './progress.cypher.ts'
import { recallsById, recallsOfBatches, recallsOfSerials } from './recall.cypher.ts'
import type { Recall } from './recall.type.ts'

const recallsBy = (statement: typeof recallsOfSerials) =>
  loaderOf<string, Recall[]>(
    async ({ graph }, ids) => bySubject(await graph.read(statement, { ids }), (row) => row.subject, (row) => row.recalls),
    () => [],
  )

export const recallsOfSerial = recallsBy(recallsOfSerials)
export const recallsOfBatch = recallsBy(recallsOfBatches)

export const recallById = loaderOf<string, Recall | null>(
  async ({ graph }, ids) => bySubject(await graph.read(recallsById, { ids }), (row) => row.recall.id, (row) => row.recall),
  () => null,
)

/** As far as the viewer may know. */
export const progressOfRecall = loaderOf<string, ProgressRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(progressOfRecalls, { ids, accounting: dispositionsBy.accounting }), (row) => row.recall, (row) => row),
  () => null,
)
