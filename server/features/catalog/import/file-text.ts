import { createReadStream } from 'node:fs'
import { Failure } from '../../../kernel/failure.ts'

/** The file cannot be imported as a whole; the message says which, why, and what to do. */
export const unreadable = (path: string, why: string): Failure => new Failure(`${path} was not imported: ${why}.`)

const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const known: Record<string, string> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'this user may not read it' }
  return known[code] ?? `it cannot be read (${code})`
}

/**
 * The text of a file in pieces, without its byte order mark.
 * @throws Failure where it cannot be read or is packed
 */
export async function* fileText(path: string): AsyncGenerator<string> {
  let first = true
  try {
    for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
      if (first && chunk.startsWith('PK')) throw unreadable(path, 'it is a ZIP archive; unpack it and name the file inside')
      yield first ? chunk.replace(/^\uFEFF/, '') : chunk
      first = false
    }
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(path, whyNot(error))
  }
}

/** The first characters of a file that are not space: enough to tell what it is. */
export const fileHead = async (path: string): Promise<string> => {
  let head = ''
  for await (const chunk of fileText(path)) {
    head = (head + chunk).trimStart()
    if (head.length >= 1024) break
  }
  return head
}
