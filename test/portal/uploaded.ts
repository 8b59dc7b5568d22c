import { setTimeout as pause } from 'node:timers/promises'
import { inject } from 'vitest'
import { openTestIssuer } from '../testkit/issuer.ts'

const issuer = openTestIssuer(inject('issuerKey'))

/** A file with a report of receipts, sent by a person of the demo and looked at by the hub: the id of its import. */
export async function uploadedReceipts(viewer: string, csv: string): Promise<string> {
  const headers = { 'content-type': 'text/csv', authorization: await (await issuer).authorization(viewer) }
  const response = await fetch(`${inject('hubUrl')}/files/imports/confirmReceipt?name=receipts.csv`, { method: 'POST', headers, body: csv })
  const { id, error } = (await response.json()) as { id?: string; error?: string }
  if (!id) throw new Error(error ?? `status ${String(response.status)}`)
  for (;;) {
    const { state } = (await (await fetch(`${inject('hubUrl')}/files/imports/${id}`, { headers })).json()) as { state: string }
    if (state !== 'CHECKING') return id
    await pause(50)
  }
}
