import { computed, shallowRef, watch } from 'vue'
import { viewer } from '../../app/session.ts'
import { openOutbox } from './outbox-store.ts'

/** Who works on this device, as far as its tasks need it: no name, since it is kept for times without a network. */
export interface Person { id: string, roles: readonly string[], organization: { code: string } }

const remembered = shallowRef<Person | null>(null)
const memory = 'person'

/** Who is signed in; while the hub cannot be asked, who was the last time. Null until one of the two is known. */
export const person = computed<Person | null>(() => viewer.value ?? remembered.value)

watch(viewer, (it) => {
  if (!it) return
  remembered.value = { id: it.id, roles: [...it.roles], organization: { code: it.organization.code } }
  void openOutbox().then((database) => database.put('memory', remembered.value, memory)).catch(() => undefined)
}, { immediate: true })

/** Recalls who was signed in the last time; nothing where the browser gives no store. */
export async function recallPerson(): Promise<void> {
  const kept = await openOutbox().then((database) => database.get('memory', memory)).catch(() => undefined)
  remembered.value ??= (kept as Person | undefined) ?? null
}
