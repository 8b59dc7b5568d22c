import { useQuery } from '@urql/vue'
import { computed, shallowRef, watch } from 'vue'
import { useLive } from '../../app/live.ts'
import { beep } from '../../ui/beep.ts'
import { noticeIssued, type NoticeLine, noticesQuery } from './notice.query.ts'

/** The notice that has just come, until it is opened or put aside. */
export const arrived = shallowRef<NoticeLine | null>(null)

/** How many notices wait for an answer, kept true by the hub's own word. One that came while the connection was away is said as well. */
export function useOpenNotices() {
  const { data, executeQuery } = useQuery({
    query: noticesQuery, variables: { open: true, first: 1 }, requestPolicy: 'network-only',
    // Nothing in an empty list says what it is a list of.
    context: { additionalTypenames: ['RecallNotice'] },
  })
  const again = () => { void executeQuery({ requestPolicy: 'network-only' }) }
  /** When the newest was issued that the page has known of. */
  let latest: string | undefined
  watch(data, (now) => {
    if (!now) return
    const newest = now.recallNotices.edges[0]?.node
    if (latest !== undefined && newest && newest.issuedAt > latest) {
      arrived.value = newest
      beep('doubt')
    }
    if (latest === undefined || (newest && newest.issuedAt > latest)) latest = newest?.issuedAt ?? ''
  })
  useLive(noticeIssued, again, again)
  return computed(() => data.value?.recallNotices.totalCount ?? 0)
}
