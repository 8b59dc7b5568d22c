import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { filesOf } from '../../../server/features/evidence/read-pack.ts'

export const filesIn = async (file: string): Promise<Map<string, Buffer>> => {
  const files = new Map<string, Buffer>()
  for await (const { path, content } of filesOf(file, () => true)) files.set(path, content)
  return files
}

/** A ZIP of these files, as somebody makes it who has taken another apart. */
export const zipOf = async (files: ReadonlyMap<string, Buffer>, file: string): Promise<void> => {
  const zip = new ZipFile()
  for (const [path, content] of files) zip.addBuffer(content, path)
  zip.end()
  await finished(zip.outputStream.pipe(createWriteStream(file)))
}
