import { fetchWithin } from '../../app/fetch-within.ts'
import { signedFetch } from '../../app/session.ts'

export interface Certificate { id: string, title: string }
/** Why a file was not taken: it is none of the kinds or too large, or the hub was not reached. */
export type NotTaken = 'wrong' | 'away'

/** Ten megabytes over a weak network take their time. */
const patient = fetchWithin(180_000, signedFetch)
const mostBytes = 10_000_000
const kinds = ['image/jpeg', 'image/png', 'application/pdf']

/** Sends a paper to the hub, which knows it by its content: the same one twice is one document. */
export async function uploadCertificate(file: File): Promise<Certificate | NotTaken> {
  if (file.size > mostBytes || !kinds.includes(file.type)) return 'wrong'
  const response = await patient(`/attachments?${new URLSearchParams({ title: file.name }).toString()}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }).catch(() => null)
  if (response?.ok) return { id: ((await response.json()) as { id: string }).id, title: file.name }
  return response?.status === 413 || response?.status === 415 ? 'wrong' : 'away'
}
