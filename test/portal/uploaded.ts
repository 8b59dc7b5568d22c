import { setTimeout as pause } from 'node:timers/promises'
import { portalHub } from './portal-hub.ts'

/** A file with a report of receipts, sent by a person of the demo and looked at by the hub: the id of its import. */
export async function uploadedReceipts(viewer: string, csv: string): Promise<string> {
  const headers = { ...await portalHub.headers(viewer), 'content-type': 'text/csv' }
  const response = await fetch(`${portalHub.url}/files/imports/confirmReceipt?name=receipts.csv`, { method: 'POST', headers, body: csv })
  const { id, error } = (await response.json()) as { id?: string; error?: string }
  if (!id) throw new Error(error ?? `status ${String(response.status)}`)
  for (;;) {
    const { state } = (await (await fetch(`${portalHub.url}/files/imports/${id}`, { headers })).json()) as { state: string }
    if (state !== 'CHECKING') return id
    await pause(50)
  }
}
