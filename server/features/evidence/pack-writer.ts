import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { byteOrderMark, csvLine } from '../exports/csv.ts'
import type { PackedFile } from './manifest.ts'
import type { Row } from './pages.ts'

/** A path into a row, as `holder.name`; a list's parts are joined. */
type Field = string

const valueAt = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (Array.isArray(value) ? value.map((part) => valueAt(part, [name])) : value && typeof value === 'object' ? (value as Row)[name] : null), row)

const cellAt = (row: Row, field: Field): string | number | null => {
  const value = valueAt(row, field.split('.'))
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map(String).join('; ')
  return typeof value === 'number' ? value : String(value)
}

type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>

/** Writes a ZIP as it is read: one file after the other, each summed on its way, none in memory as a whole. */
export class PackWriter {
  readonly files: PackedFile[] = []
  readonly #zip = new ZipFile()
  readonly #at: Date
  #broken: ((why: Error) => void) | undefined

  constructor(at: Date) {
    this.#at = at
    const { outputStream } = this.#zip
    this.#zip.on('error', (error: unknown) => this.break(error as Error))
    outputStream.on('close', () => this.#broken?.(new Error('the reader of the pack went away')))
  }

  get stream(): Readable {
    return this.#zip.outputStream as Readable
  }

  /** Ends the stream in the middle, so that nobody takes what there is for a whole pack. */
  break(why: Error): void {
    this.stream.destroy(why)
    this.#broken?.(why)
  }

  /** Adds a file and waits until it is written. @param listed whether the manifest names it; it does not name itself */
  async add(path: string, pieces: Pieces, { listed = true } = {}): Promise<void> {
    const sum = createHash('sha256')
    let bytes = 0
    const summed = async function* () {
      for await (const piece of pieces) {
        const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
        sum.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    }
    await this.#written(path, Readable.from(summed()))
    if (listed) this.files.push({ path, bytes, sha256: sum.digest('hex') })
  }

  json(path: string, content: unknown): Promise<void> {
    return this.add(path, [`${JSON.stringify(content, null, 1)}\n`])
  }

  /** Rows as `path`.json and `path`.csv, read once: the CSV waits in a temporary file. */
  async table(path: string, rows: AsyncIterable<Row> | Iterable<Row>, fields: readonly Field[]): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'devicetrail-pack-'))
    try {
      const waiting = join(folder, 'rows.csv')
      const csv = createWriteStream(waiting)
      csv.write(byteOrderMark + csvLine(fields))
      await this.add(`${path}.json`, async function* () {
        let before = '[\n'
        for await (const row of rows) {
          if (!csv.write(csvLine(fields.map((field) => cellAt(row, field))))) await new Promise<void>((drained) => csv.once('drain', drained))
          yield before + JSON.stringify(row)
          before = ',\n'
        }
        yield before === '[\n' ? '[]\n' : '\n]\n'
      }())
      csv.end()
      await finished(csv)
      await this.add(`${path}.csv`, createReadStream(waiting))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  end(): void {
    this.#zip.end()
  }

  async #written(path: string, content: Readable): Promise<void> {
    try {
      await new Promise<void>((written, fail) => {
        this.#broken = fail
        content.once('end', written).once('error', fail)
        if (this.stream.destroyed) fail(new Error('the reader of the pack went away'))
        else this.#zip.addReadStream(content, path, { mtime: this.#at, compress: true })
      })
    } finally {
      this.#broken = undefined
      content.destroy()
    }
  }
}
