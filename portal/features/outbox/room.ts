/** What is left of the device's room for this app, in bytes; null where the browser does not tell. */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate()
  return quota === undefined || usage === undefined ? null : quota - usage
}

/** A report of a thousand lines takes about a megabyte: below this a person is told, long before anything fails. */
export const enoughRoom = 20_000_000

/** Asks the browser not to clear the outbox when the device runs short of room. */
export async function keepStore(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist()
}
