import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { shownNotice } from '../recalls/notice.loader.ts'
import type { RecallNotice } from '../recalls/notice.type.ts'
import { callsById, type PhoneFacts, phoneFactsOf, phoneNotices } from './phone.cypher.ts'
import type { PhoneCall } from './phone.type.ts'

export const phoneFactsOfNotice = loaderOf<string, PhoneFacts | null>(
  async ({ graph }, ids) => bySubject(await graph.read(phoneFactsOf, { ids }), ({ notice }) => notice, (facts) => facts),
  () => null,
)

export const phoneNoticesOfRecall = loaderOf<string, RecallNotice[]>(
  async ({ graph }, ids) => bySubject(await graph.read(phoneNotices, { ids }), ({ recall }) => recall, ({ notices }) => notices.map(shownNotice)),
  () => [],
)

export const phoneCallById = loaderOf<string, PhoneCall | null>(
  async ({ graph }, ids) => bySubject(await graph.read(callsById, { ids }), ({ id }) => id, ({ call }) => call),
  () => null,
)
