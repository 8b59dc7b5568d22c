import { bySubject, loaderOf } from '../../kernel/loader.ts'
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
