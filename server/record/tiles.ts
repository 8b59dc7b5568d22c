import { joined, nodeHash, nodesOf, type Span, type TreeNode } from './merkle.rules.ts'
import { must } from '../kernel/must.ts'

/**
 * The tree is kept as tiles of eight levels, as C2SP tlog-tiles has them: tile `L/N` holds up to 256 hashes of level
 * 8 L. That is one stored thing for 256 records, and a proof in a tree of millions reads six.
 */
export const tileWidth = 256
const tileHeight = 8

export type Tiles = ReadonlyMap<string, readonly Buffer[]>

export const tileText = (hashes: readonly Buffer[]): string => Buffer.concat(hashes).toString('base64')

export const tileHashes = (text: string): Buffer[] => {
  const bytes = Buffer.from(text, 'base64')
  return Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32))
}

export const tileKey = (level: number, index: number): string => `${level}/${index}`

const placeOf = ({ level, index }: TreeNode): { key: string; at: number; count: number } => {
  const tileLevel = Math.floor(level / tileHeight)
  const count = 2 ** (level - tileLevel * tileHeight)
  const first = index * count
  return { key: tileKey(tileLevel, Math.floor(first / tileWidth)), at: first % tileWidth, count }
}

/** The root of a complete subtree. */
export const foldedUp = (hashes: readonly Buffer[]): Buffer => {
  let row = hashes
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, pair) => nodeHash(must(row[pair * 2], 'left'), must(row[pair * 2 + 1], 'right')))
  return must(row[0], 'a hash')
}

/** Which tiles the hashes of these spans are found in. */
export const tilesFor = (spans: readonly Span[]): string[] => [...new Set(spans.flatMap(nodesOf).map((node) => placeOf(node).key))]

/** The hash over a span. */
export const spanHash = (tiles: Tiles, span: Span): Buffer =>
  joined(nodesOf(span).map((node) => {
    const { key, at, count } = placeOf(node)
    const hashes = must(tiles.get(key), `tile ${key}`).slice(at, at + count)
    if (hashes.length !== count) throw new Error(`Tile ${key} holds fewer hashes than the tree's size says`)
    return foldedUp(hashes)
  }))

/** The tiles that the next leaf of a tree of this size changes, or its root needs. */
export const edgeTiles = (size: number): string[] => {
  const keys: string[] = []
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / tileWidth)) {
    if (count % tileWidth !== 0) keys.push(tileKey(level, Math.floor(count / tileWidth)))
  }
  return keys
}
