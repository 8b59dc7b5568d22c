import { createHash } from 'node:crypto'
import { open, type Entry, type ZipFile } from 'yauzl'

/** A file of a pack as it was found: its sum, and its content where that is asked for. */
export interface FoundFile {
  readonly path: string
  readonly sha256: string
  readonly content: Buffer
  /** Why it cannot be read, where that is so. */
  readonly broken?: string
}

const opened = (file: string): Promise<ZipFile> =>
  new Promise((found, fail) => open(file, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? fail(error) : found(zip))))

const read = async (zip: ZipFile, entry: Entry, keeps: (path: string) => boolean): Promise<FoundFile> => {
  const path = entry.fileName
  const sum = createHash('sha256')
  const kept: Buffer[] = []
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((found, fail) => zip.openReadStream(entry, (error, content) => (error ? fail(error) : found(content))))
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum.update(chunk)
      if (keeps(path)) kept.push(chunk)
    }
    return { path, sha256: sum.digest('hex'), content: Buffer.concat(kept) }
  } catch (error) {
    return { path, sha256: '', content: Buffer.alloc(0), broken: (error as Error).message }
  }
}

/**
 * The files of a ZIP one by one, in its order; only what `keeps` names is held in memory.
 * @throws Error where the file is no whole ZIP
 */
export async function* filesOf(file: string, keeps: (path: string) => boolean): AsyncGenerator<FoundFile> {
  const zip = await opened(file)
  try {
    const next = (): Promise<Entry | null> => new Promise((found, fail) => {
      zip.once('entry', found).once('end', () => found(null)).once('error', fail)
      zip.readEntry()
    })
    for (let entry = await next(); entry; entry = await next()) {
      zip.removeAllListeners()
      yield await read(zip, entry, keeps)
    }
  } finally {
    zip.close()
  }
}
