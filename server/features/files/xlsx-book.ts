import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Unreadable } from './row.ts'

/** Inflated bytes: a sheet is streamed, the others are kept. A bomb of 64 MB inflates to 64 GB. */
const limits = { sheet: 1_073_741_824, part: 33_554_432, entries: 2_000, text: 1_048_576 } as const

export const notXlsx = (cause?: unknown): Unreadable => new Unreadable('UNREADABLE', 'This is no XLSX workbook that can be read. Save it as .xlsx or CSV again, without a password.', { cause })

/** The parts of an XLSX file (ECMA-376, Open Packaging Conventions) by name. */
export interface Book {
  open(name: string): Promise<Readable>
  has(name: string): boolean
  close(): void
}

const entriesOf = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  if (zip.entryCount > limits.entries) throw notXlsx()
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  return entries
}

/** @throws Unreadable where it is no ZIP file, or a part inflates beyond the limits */
export const openBook = async (path: string): Promise<Book> => {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch((error: unknown) => Promise.reject(notXlsx(error)))
  const entries = await entriesOf(zip).catch((error: unknown) => {
    zip.close()
    throw notXlsx(error)
  })
  return {
    has: (name) => entries.has(name),
    open: async (name) => {
      const entry = entries.get(name)
      if (entry === undefined) throw notXlsx()
      const most = name.includes('/worksheets/') ? limits.sheet : limits.part
      // What the directory says is held against what comes: yauzl ends a stream that has more.
      if (entry.uncompressedSize > most) throw new Unreadable('TOO_LARGE', 'The workbook is too large inside. Keep one sheet with the lines alone, or save it as CSV.')
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
  }
}

export interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads XML as it comes; entities other than XML's own are refused by the parser. Yields after each piece, so that what handlers gathered can be passed on. */
export async function* readXml(stream: Readable, { open, text, close }: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser()
  parser.on('error', (error) => { throw notXlsx(error) })
  parser.on('doctype', () => { throw notXlsx() })
  let sinceTag = 0
  parser.on('opentag', ({ name, attributes }) => { sinceTag = 0; open?.(localName(name), attributes) })
  parser.on('text', (piece) => text?.(piece))
  parser.on('closetag', ({ name }) => { sinceTag = 0; close?.(localName(name)) })
  const decoder = new TextDecoder()
  try {
    for await (const chunk of stream) {
      // The parser keeps a text until it ends, and one without an end inflates from next to nothing.
      sinceTag += (chunk as Uint8Array).length
      if (sinceTag > limits.text) throw notXlsx()
      parser.write(decoder.decode(chunk as Uint8Array, { stream: true }))
      yield
    }
    parser.close()
  } catch (error) {
    throw error instanceof Unreadable ? error : notXlsx(error)
  } finally {
    stream.destroy()
  }
  yield
}
