import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { shownNotice } from '../recalls/notice.loader.ts'
import type { RecallNotice } from '../recalls/notice.type.ts'
import { type PhoneFacts, phoneFactsOf, phoneNotices } from './phone.cypher.ts'

export const phoneFactsOfNotice = loaderOf<string, PhoneFacts | null>(
  async ({ graph }, ids) => bySubject(await graph.read(phoneFactsOf, { ids }), ({ notice }) => notice, (facts) => facts),
  () => null,
)

export const phoneNoticesOfRecall = loaderOf<string, RecallNotice[]>(
  async ({ graph }, ids) => bySubject(await graph.read(phoneNotices, { ids }), ({ recall }) => recall, ({ notices }) => notices.map(shownNotice)),
  () => [],
)
