import { useQuery } from '@urql/vue'
import { computed, shallowRef } from 'vue'
import { useLive } from '../../app/live.ts'
import { messageArrived, unreadQuery } from './message.query.ts'

/** Grows by one with each message that comes, or is read here: lists ask again. */
export const arrivals = shallowRef(0)

/** How many messages the person has not read, by the hub's own count: it survives a reload, and other devices share it. */
export function useUnread() {
  const { data, executeQuery } = useQuery({ query: unreadQuery, requestPolicy: 'network-only', context: { additionalTypenames: ['MessagesRead'] } })
  const again = () => {
    arrivals.value += 1
    void executeQuery({ requestPolicy: 'network-only' })
  }
  useLive(messageArrived, again, again)
  return computed(() => data.value?.unreadMessages ?? 0)
}
