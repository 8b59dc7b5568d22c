import type { Reader } from '../../kernel/graph.ts'
import { noticeStatusOf } from '../recalls/notice.rules.ts'
import type { OpenShare } from './share.cypher.ts'
import { ShareKind } from './share.type.ts'
import { sharedBatch, sharedCase, sharedRecall, sharedSerial } from './shared.cypher.ts'

const recall = async (graph: Reader, { id }: OpenShare): Promise<object | undefined> => {
  const [row] = await graph.read(sharedRecall, { share: id })
  const now = new Date().toISOString()
  return row && { ...row, notices: row.notices.map((notice) => ({ ...notice, status: noticeStatusOf(notice, now) })) }
}

/** What an open share shows beside its own facts; undefined where that is no longer its giver's to show. */
export const contentOf: Readonly<Record<ShareKind, (graph: Reader, share: OpenShare) => Promise<object | undefined>>> = {
  [ShareKind.RECALL]: recall,
  [ShareKind.ADVERSE_EVENT]: async (graph, { id }) => (await graph.read(sharedCase, { share: id }))[0],
  [ShareKind.BATCH]: async (graph, { id }) => (await graph.read(sharedBatch, { share: id }))[0],
  [ShareKind.SERIAL]: async (graph, { id }) => (await graph.read(sharedSerial, { share: id }))[0],
  [ShareKind.PURCHASES_AND_SALES]: async () => ({ files: ['purchases.csv', 'sales.csv'] }),
}
