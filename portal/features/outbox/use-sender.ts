import { useClientHandle } from '@urql/vue'
import { useEventListener, useIntervalFn } from '@vueuse/core'
import { onMounted, watch } from 'vue'
import { viewer } from '../../app/session.ts'
import { outbox, useOutbox } from './outbox.ts'
import { forgetOld } from './outbox-store.ts'
import { sendOutbox } from './send-outbox.ts'
import { person, recallPerson } from './use-person.ts'

const again = 15_000

/** Sends what waits: now, whenever something is added, when the network or the reader comes back, and every quarter minute. */
export function useSender() {
  const { client } = useClientHandle()
  const { waiting } = useOutbox()
  const send = () => {
    if (person.value && waiting.value.some((report) => report.person === person.value?.id)) void sendOutbox(client, person.value.id)
  }

  onMounted(async () => {
    await recallPerson()
    await outbox.reread()
    await forgetOld().catch(() => undefined)
  })
  watch([waiting, viewer], send, { immediate: true })
  useEventListener(window, 'online', send)
  useEventListener(document, 'visibilitychange', send)
  useIntervalFn(send, again)
}
