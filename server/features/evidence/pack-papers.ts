import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { documentPath } from '../catalog/document-store.ts'
import type { PackWriter } from './pack-writer.ts'
import type { Row } from './pages.ts'

/** A document of the hub as the API shows it, and where the pack has its content. */
export interface PackedPaper {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly titleZh: string | null
  readonly sha256: string
  readonly mediaType: string
  readonly size: number
  readonly issuedOn: string | null
  readonly issuer: { readonly name: string | null; readonly nameZh: string | null; readonly kinds: readonly string[] } | null
}

const isPaper = (value: object): value is PackedPaper => 'sha256' in value && 'mediaType' in value

/** Every document that stands somewhere in what the API answered. */
export function* papersIn(value: unknown): Generator<PackedPaper> {
  if (value === null || typeof value !== 'object') return
  if (isPaper(value)) yield value
  else for (const inner of Object.values(value)) yield* papersIn(inner)
}

const extensions: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'text/plain': 'txt', 'text/csv': 'csv' }

/** A name that every file system takes and that two papers never share. */
const nameOf = ({ sha256, title, mediaType }: PackedPaper): string => {
  const stem = title.normalize('NFC').replace(/[^\p{Letter}\p{Number}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 80)
  const end = extensions[mediaType] ?? 'bin'
  return `documents/${sha256.slice(0, 12)}-${stem || 'document'}${stem.toLowerCase().endsWith(`.${end}`) ? '' : `.${end}`}`
}

const fields = ['id', 'kind', 'title', 'titleZh', 'issuedOn', 'issuer.name', 'mediaType', 'size', 'sha256', 'path']

/**
 * Each content once, as it lies in the store; one that is not there any more is listed without a path.
 * @returns the sums of those
 */
export const addPapers = async (pack: PackWriter, papers: readonly PackedPaper[], dataFolder: string): Promise<string[]> => {
  const added = new Map<string, string | null>()
  for (const paper of papers) {
    if (added.has(paper.sha256)) continue
    const [stored, path] = [documentPath(dataFolder, paper.sha256), nameOf(paper)]
    const isThere = await stat(stored).then(() => true, () => false)
    added.set(paper.sha256, isThere ? path : null)
    if (isThere) await pack.add(path, createReadStream(stored))
  }
  const rows = papers.map((paper): Row => ({ ...paper, path: added.get(paper.sha256) ?? null }))
  await pack.table('documents', rows, fields)
  return [...added].filter(([, path]) => path === null).map(([sum]) => sum)
}
