import { useQuery } from '@urql/vue'
import { computed, shallowRef } from 'vue'
import { useLive } from '../../app/live.ts'
import { beep } from '../../ui/beep.ts'
import { noticeIssued, type NoticeLine, noticesQuery } from './notice.query.ts'

/** The notice that has just come, until it is opened or put aside. */
export const arrived = shallowRef<NoticeLine | null>(null)

/** How many notices wait for an answer, kept true by the hub's own word. */
export function useOpenNotices() {
  const { data, executeQuery } = useQuery({
    query: noticesQuery, variables: { open: true, first: 1 }, requestPolicy: 'network-only',
    // Nothing in an empty list says what it is a list of.
    context: { additionalTypenames: ['RecallNotice'] },
  })
  const again = () => { void executeQuery({ requestPolicy: 'network-only' }) }
  useLive(noticeIssued, ({ recallNoticeIssued }) => {
    arrived.value = recallNoticeIssued
    beep('doubt')
    again()
  }, again)
  return computed(() => data.value?.recallNotices.totalCount ?? 0)
}
