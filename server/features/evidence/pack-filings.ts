import { filingsQuery } from './evidence.query.ts'
import type { PackWriter } from './pack-writer.ts'
import { type Asking, factsOf, type Row } from './pages.ts'

const fields = ['form', 'authority', 'number', 'filedOn', 'recordedAt', 'sha256', 'intact', 'id']

/** What the pack's maker filed with authorities about a case or recall, each report frozen as it was. */
export const addFilings = async (pack: PackWriter, asking: Asking, id: string): Promise<readonly Row[]> => {
  const filings = await factsOf<readonly Row[]>(asking, filingsQuery, { id }) ?? []
  await pack.table('filings', filings, fields)
  return filings
}
