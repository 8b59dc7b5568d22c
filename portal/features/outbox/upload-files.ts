import { fetchWithin } from '../../app/fetch-within.ts'
import { signedFetch } from '../../app/session.ts'
import { outbox } from './outbox.ts'
import { readSealed } from './outbox-store.ts'
import { type Outcome, refusedWith } from './outcome.ts'
import type { Attachment, Report } from './report.ts'
import { unsealBytes } from './sealing.ts'

const later = (why: 'away' | 'busy' | 'signedOut'): Outcome => ({ kind: 'later', why })

/** Ten megabytes over a weak network take their time. */
const patient = fetchWithin(180_000, signedFetch)

/** One file to the hub. It knows a file by its SHA-256: sent again after a lost answer it is the same document. */
async function upload({ key, title }: Attachment): Promise<{ id: string } | Outcome> {
  const sealed = await readSealed(key)
  if (!sealed) return refusedWith('FILE_LOST')
  const body = await unsealBytes(sealed)
  const response = await patient(`/attachments?${new URLSearchParams({ title }).toString()}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body }).catch(() => null)
  if (!response) return later('away')
  if (response.ok) return { id: ((await response.json()) as { id: string }).id }
  if (response.status === 401) return later('signedOut')
  if (response.status === 413 || response.status === 415) return refusedWith('FILE_REFUSED')
  if (response.status !== 403) return later('busy')
  const { code, message } = await response.json() as { code: string, message: string }
  return code === 'IN_PROGRESS' ? later('busy') : refusedWith(code, message)
}

/**
 * Sends the files of a report that the hub does not have yet, and remembers each: a second try begins where the first ended.
 * @returns the ids of their documents, or why the report has to wait
 */
export async function uploadFiles(report: Report, attachments: readonly Attachment[]): Promise<{ documents: string[] } | Outcome> {
  const files = report.files ?? {}
  report.files = files
  for (const attachment of attachments) {
    if (files[attachment.key]) continue
    const done = await upload(attachment)
    if ('kind' in done) return done
    files[attachment.key] = done.id
    await outbox.put(report)
  }
  return { documents: [...new Set(attachments.flatMap(({ key }) => files[key] ?? []))] }
}
