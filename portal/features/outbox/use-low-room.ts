import { type Ref, ref, watch } from 'vue'
import { useOutbox } from './outbox.ts'
import { enoughRoom, roomLeft } from './room.ts'

/** Whether this device is about to run out of room: asked at once, and whenever something is put into the outbox or sent. */
export function useLowRoom(): Readonly<Ref<boolean>> {
  const { reports } = useOutbox()
  const low = ref(false)
  watch(reports, async () => { low.value = (await roomLeft().catch(() => null) ?? enoughRoom) < enoughRoom }, { immediate: true })
  return low
}
