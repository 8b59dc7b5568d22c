import { emptyRoot } from './merkle.rules.ts'
import { edgeTiles, foldedUp, spanHash, tileKey, tileWidth, type Tiles } from './tiles.ts'

/** The right edge of the tree, in memory: what it takes to append and to say the root. */
export class GrowingTree {
  readonly #edge = new Map<string, Buffer[]>()
  #size: number

  /** @param tiles those of `edgeTiles(size)` */
  constructor(size: number, tiles: Tiles) {
    this.#size = size
    for (const key of edgeTiles(size)) this.#edge.set(key, [...(tiles.get(key) ?? [])])
  }

  get size(): number {
    return this.#size
  }

  root(): Buffer {
    return this.#size === 0 ? emptyRoot : spanHash(this.#edge, { begin: 0, end: this.#size })
  }

  /** Appends the leaves' hashes; gives the tiles that changed, as they are then. */
  append(leaves: readonly Buffer[]): Tiles {
    const changed = new Map<string, readonly Buffer[]>()
    for (const leaf of leaves) {
      this.#put(0, this.#size, leaf, changed)
      this.#size += 1
    }
    return changed
  }

  #put(level: number, index: number, hash: Buffer, changed: Map<string, readonly Buffer[]>): void {
    const key = tileKey(level, Math.floor(index / tileWidth))
    const tile = this.#edge.get(key) ?? []
    tile.push(hash)
    this.#edge.set(key, tile)
    changed.set(key, tile)
    if (tile.length < tileWidth) return
    this.#edge.delete(key)
    this.#put(level + 1, Math.floor(index / tileWidth), foldedUp(tile), changed)
  }
}
