import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where the content with this SHA-256 lies: the sum is the name, so the same paper is kept once. */
export const documentPath = (dataFolder: string, sha256: string): string => join(dataFolder, 'documents', sha256.slice(0, 2), sha256)

/** SHA-256 in hexadecimal: what a content is kept and known by. */
export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Keeps a content and gives its SHA-256. It appears under its name only when it is whole. */
export const saveDocument = async (dataFolder: string, content: Uint8Array): Promise<string> => {
  const sha256 = sha256Of(content)
  const path = documentPath(dataFolder, sha256)
  await mkdir(dirname(path), { recursive: true })
  const partial = `${path}.${randomUUID()}.partial`
  await writeFile(partial, content)
  await rename(partial, path)
  return sha256
}
