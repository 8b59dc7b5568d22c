import { bySubject, loaderOf } from '../../kernel/loader.ts'
import type { RecallStanding } from './progress.rules.ts'
import { readProgress } from './read-progress.ts'
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
export const progressOfRecall = loaderOf<string, RecallStanding | null>(
  async ({ graph }, ids) => bySubject(await readProgress((statement, input) => graph.read(statement, input), ids), (row) => row.recall, (row) => row),
  () => null,
)
