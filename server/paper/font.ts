import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { inProject } from '../kernel/project.ts'

/**
 * Noto Sans SC (SIL Open Font License 1.1, which lets a document embed it), as its package has it: one file with what
 * Chinese and English texts use, and many small ones by code point for the rest.
 */
const folder = inProject('node_modules/@fontsource/noto-sans-sc')
const fileOf = (name: string, weight: number): string => `${folder}/files/noto-sans-sc-${name}-${weight}-normal.woff`

interface Table {
  readonly entry: Buffer
  readonly data: Buffer
}

const tableAt = (woff: Buffer, at: number): Table => {
  const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
  const raw = woff.subarray(offset, offset + packed)
  return { entry: woff.subarray(at, at + 20), data: packed < length ? inflateSync(raw) : raw }
}

/** A WOFF file (W3C WOFF 1.0, section 4) as the font in it: read packed, each glyph would unpack all of them again (20 s against 0.4 for 200 lines). */
export const unpackWoff = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, 44 + index * 20))
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const pieces: Buffer[] = [head]
  let end = head.length
  for (const [index, { entry, data }] of tables.entries()) {
    const at = 12 + 16 * index
    entry.copy(head, at, 0, 4)
    entry.copy(head, at + 4, 16, 20)
    head.writeUInt32BE(end, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const padding = Buffer.alloc((4 - data.length % 4) % 4)
    pieces.push(data, padding)
    end += data.length + padding.length
  }
  return Buffer.concat(pieces)
}

const unpacked = new Map<string, Buffer>()

const read = (path: string): Buffer => {
  const font = unpacked.get(path) ?? unpackWoff(readFileSync(path))
  unpacked.set(path, font)
  return font
}

export const textFont = (): Buffer => read(fileOf('chinese-simplified', 400))

type Ranges = readonly (readonly [from: number, to: number])[]
let rest: readonly (readonly [name: string, ranges: Ranges])[] | undefined

const rangesIn = (text: string): Ranges => text.split(',').map((range) => {
  const [from = '0', to = from] = range.trim().replace('U+', '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
})

/** The file that has a rare character, by its name; undefined where none has. */
export const rareFontOf = (point: number): string | undefined => {
  rest ??= Object.entries(JSON.parse(readFileSync(`${folder}/unicode.json`, 'utf8')) as Record<string, string>).map(([name, ranges]) => [name.replace(/[[\]]/g, ''), rangesIn(ranges)])
  return rest.find(([, ranges]) => ranges.some(([from, to]) => from <= point && point <= to))?.[0]
}

export const rareFont = (name: string): Buffer => read(fileOf(name, 400))
