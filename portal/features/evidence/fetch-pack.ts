import { signedFetch } from '../../app/session.ts'

export interface PackProgress {
  readonly bytes: number
  /** 0 to 99, as far as the hub could tell how large it will be: it is made while it is sent. */
  readonly percent: number
}

/** The hub refused it, with its status. */
export class PackRefused extends Error {
  readonly status: number

  constructor(status: number) {
    super(`The hub answered ${status}`)
    this.status = status
  }
}

const shareOf = (bytes: number, estimate: number): number => Math.min(99, Math.floor((bytes / Math.max(estimate, 1)) * 100))

/**
 * Fetches a pack piece by piece.
 * @throws PackRefused, and whatever ends the connection before the pack is whole
 */
export async function fetchPack(id: string, language: string, signal: AbortSignal, told: (progress: PackProgress) => void): Promise<Blob> {
  const response = await signedFetch(`/evidence/${id}?language=${language}`, { signal })
  if (!response.ok || !response.body) throw new PackRefused(response.status)
  const estimate = Number(response.headers.get('x-evidence-estimate'))
  const pieces: BlobPart[] = []
  let bytes = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value)
    bytes += next.value.length
    told({ bytes, percent: shareOf(bytes, estimate) })
  }
  return new Blob(pieces, { type: 'application/zip' })
}
