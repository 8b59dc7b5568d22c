import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GrowingTree } from '../../server/record/growing-tree.ts'
import { consistencySpans, emptyRoot, inclusionSpans, leafHash, nodeHash, nodesOf } from '../../server/record/merkle.rules.ts'
import { isConsistent, isIncluded } from '../../server/record/merkle-verify.rules.ts'
import { edgeTiles, spanHash, tileHashes, type Tiles, tilesFor, tileText } from '../../server/record/tiles.ts'

interface InclusionVector { file: string; leafIdx: number; treeSize: number; root: string; leafHash: string; proof: string[] | null; wantErr: boolean }
interface ConsistencyVector { file: string; size1: number; size2: number; root1: string; root2: string; proof: string[] | null; wantErr: boolean }

const vectors = <Vector>(name: string): Vector[] => JSON.parse(readFileSync(new URL(`vectors/${name}.json`, import.meta.url), 'utf8')) as Vector[]
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64')

describe('RFC 6962 hashes', () => {
  // Those of transparency-dev/merkle, rfc6962_test.go.
  it.each([
    ['the empty tree', emptyRoot, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['an empty leaf', leafHash(Buffer.alloc(0)), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['a leaf', leafHash(Buffer.from('L123456')), '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'],
    ['a node', nodeHash(Buffer.from('N123'), Buffer.from('N456')), 'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb'],
  ])('%s', (_name, hash, expected) => expect(hash.toString('hex')).toBe(expected))
})

describe('transparency-dev\'s proofs', () => {
  it.each(vectors<InclusionVector>('inclusion'))('$file', ({ leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
    expect(isIncluded({ index: leafIdx, size: treeSize, leaf: bytes(leaf), path: (proof ?? []).map(bytes), root: bytes(root) })).toBe(!wantErr)
  })

  it.each(vectors<ConsistencyVector>('consistency'))('$file', ({ size1, size2, root1, root2, proof, wantErr }) => {
    expect(isConsistent({ before: size1, size: size2, rootBefore: bytes(root1), root: bytes(root2), path: (proof ?? []).map(bytes) })).toBe(!wantErr)
  })
})

/** A tree grown in steps, through the text in which its tiles are stored, by one sealer after another. */
const grown = (sizes: readonly number[]): { leaves: Buffer[]; tiles: Tiles; roots: Map<number, Buffer> } => {
  const stored = new Map<string, string>()
  const leaves: Buffer[] = []
  const roots = new Map<number, Buffer>()
  for (const size of sizes) {
    const tree = new GrowingTree(leaves.length, new Map(edgeTiles(leaves.length).map((key) => [key, tileHashes(stored.get(key)!)])))
    const added = Array.from({ length: size - leaves.length }, (_, at) => leafHash(Buffer.from(`record ${leaves.length + at}`)))
    for (const [key, hashes] of tree.append(added)) stored.set(key, tileText(hashes))
    leaves.push(...added)
    roots.set(size, tree.root())
  }
  return { leaves, tiles: new Map([...stored].map(([key, text]) => [key, tileHashes(text)])), roots }
}

/** MTH(D[n]) exactly as section 2.1 defines it. */
const naiveRoot = (leaves: readonly Buffer[]): Buffer => {
  if (leaves.length === 0) return emptyRoot
  if (leaves.length === 1) return leaves[0]!
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)))
}

describe('the tree in tiles', () => {
  const sizes = [1, 2, 3, 7, 8, 100, 255, 256, 257, 511, 512, 700, 65_535, 65_536, 65_537, 66_000]
  const { leaves, tiles, roots } = grown(sizes)

  it.each(sizes)('has the root of the definition at %i records', (size) => {
    expect(roots.get(size)).toEqual(naiveRoot(leaves.slice(0, size)))
  })

  it('proves each record of every size that was sealed', () => {
    for (const [size, root] of roots) {
      for (const index of new Set([0, 1, Math.floor(size / 2), size - 2, size - 1].filter((at) => at >= 0 && at < size))) {
        const spans = inclusionSpans(index, size)
        const path = spans.map((span) => spanHash(tiles, span))
        expect(isIncluded({ index, size, leaf: leaves[index]!, path, root })).toBe(true)
        expect(isIncluded({ index, size, leaf: leafHash(Buffer.from('other')), path, root })).toBe(false)
      }
    }
  })

  it('proves that every size grew into every later one', () => {
    for (const [before, rootBefore] of roots) {
      for (const [size, root] of roots) {
        if (before > size) continue
        const path = consistencySpans(before, size).map((span) => spanHash(tiles, span))
        expect(isConsistent({ before, size, rootBefore, root, path })).toBe(true)
        if (before < size) expect(isConsistent({ before, size, rootBefore: emptyRoot, root, path })).toBe(false)
      }
    }
  })

  it('reads few tiles for a proof', () => {
    expect(tilesFor(inclusionSpans(1_234_567, 9_999_999)).length).toBeLessThanOrEqual(8)
    expect(nodesOf({ begin: 0, end: 13 })).toEqual([{ level: 3, index: 0 }, { level: 2, index: 2 }, { level: 0, index: 12 }])
  })
})
