import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Held } from '../../kernel/allowance.ts'
import { type Encoding, EncodingFinder } from './encoding.ts'
import { fileLimits, Unreadable } from './row.ts'
import { isZip } from './table.ts'

/** Where the file with this SHA-256 lies. */
export const importPath = (dataFolder: string, sha256: string): string => join(dataFolder, 'imports', sha256.slice(0, 2), sha256)

export interface KeptFile {
  readonly sha256: string
  readonly bytes: number
  readonly zip: boolean
  readonly encoding: Encoding
}

/** What may be kept. */
export interface Room {
  /** Bytes that the organization may still store. */
  readonly bytes: number
  /** What it may have coming in. */
  readonly waiting: Held
}

/** What is learned of a file while its bytes pass. */
class Inspector {
  readonly #room: Room
  readonly #sum = createHash('sha256')
  readonly #encoding = new EncodingFinder()
  #bytes = 0
  #start: Buffer = Buffer.alloc(0)

  constructor(room: Room) {
    this.#room = room
  }

  async *inspect(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      this.#bytes += chunk.length
      if (this.#bytes > fileLimits.bytes) throw new Unreadable('TOO_LARGE', `A file has at most ${fileLimits.bytes / 1_048_576} MB. Split it.`)
      if (this.#bytes > this.#room.bytes) throw new Unreadable('TOO_LARGE', 'Your organization may not store so much more. Ask the hub\'s operator.')
      this.#room.waiting.take(chunk.length)
      if (this.#start.length < 4) this.#start = Buffer.concat([this.#start, chunk]).subarray(0, 4)
      this.#sum.update(chunk)
      this.#encoding.see(chunk)
      yield chunk
    }
  }

  result(): KeptFile {
    if (this.#bytes === 0) throw new Unreadable('EMPTY_FILE', 'The file is empty. Fill in the template and send it again.')
    return { sha256: this.#sum.digest('hex'), bytes: this.#bytes, zip: isZip(this.#start), encoding: this.#encoding.found() }
  }
}

/**
 * Keeps a file under its SHA-256, as a stream; it appears there only when it is whole.
 * @throws Unreadable where it is empty or too large, Busy where too much comes in at once
 */
export const keepFile = async (dataFolder: string, body: AsyncIterable<Buffer>, room: Room): Promise<KeptFile> => {
  const partial = join(dataFolder, 'imports', `${randomUUID()}.partial`)
  await mkdir(dirname(partial), { recursive: true })
  try {
    const inspector = new Inspector(room)
    await pipeline(inspector.inspect(body), createWriteStream(partial))
    const kept = inspector.result()
    const path = importPath(dataFolder, kept.sha256)
    await mkdir(dirname(path), { recursive: true })
    await rename(partial, path)
    return kept
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  } finally {
    room.waiting.end()
  }
}
