import { shallowRef } from 'vue'
import { allReports, openOutbox } from './outbox-store.ts'

/** Somebody is about to sign out while reports wait: how many, and what the person answers. */
export const asked = shallowRef<{ count: number, answer: (leave: boolean) => void } | null>(null)

/** Before signing out: whether the person goes, asked where reports of this device have not been sent. They stay either way. */
export async function mayLeave(person: string | undefined): Promise<boolean> {
  const unsent = await allReports().then((reports) => reports.filter((report) => report.person === person && report.state !== 'done'), () => [])
  const leaves = !unsent.length || await ask(unsent.length)
  // The next person starts from nobody, also without a network.
  if (leaves) await openOutbox().then((database) => database.delete('memory', 'person'), () => undefined)
  return leaves
}

function ask(count: number): Promise<boolean> {
  return new Promise((resolve) => {
    asked.value = { count, answer: (leave) => { asked.value = null; resolve(leave) } }
  })
}
