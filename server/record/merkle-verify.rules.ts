import { nodeHash } from './merkle.rules.ts'

interface Walk {
  first: number
  last: number
}

const half = (walk: Walk): void => {
  walk.first = Math.floor(walk.first / 2)
  walk.last = Math.floor(walk.last / 2)
}

const odd = (number: number): boolean => number % 2 === 1

const climb = (walk: Walk): void => {
  while (!odd(walk.first) && walk.first !== 0) half(walk)
}

export interface Inclusion {
  readonly index: number
  readonly size: number
  readonly leaf: Uint8Array
  readonly path: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** Whether the path proves the leaf to be in the tree (RFC 9162, 2.1.3.2). */
export const isIncluded = ({ index, size, leaf, path, root }: Inclusion): boolean => {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size || leaf.length !== 32) return false
  const walk = { first: index, last: size - 1 }
  let hash = leaf
  for (const sibling of path) {
    if (walk.last === 0) return false
    if (odd(walk.first) || walk.first === walk.last) {
      hash = nodeHash(sibling, hash)
      if (!odd(walk.first)) climb(walk)
    } else hash = nodeHash(hash, sibling)
    half(walk)
  }
  return walk.last === 0 && Buffer.compare(hash, root) === 0
}

export interface Consistency {
  readonly before: number
  readonly size: number
  readonly rootBefore: Uint8Array
  readonly root: Uint8Array
  readonly path: readonly Uint8Array[]
}

const isPowerOfTwo = (number: number): boolean => Number.isInteger(Math.log2(number))

/** Whether the path proves that the smaller tree, which has a leaf at least, grew into the larger, with nothing changed (RFC 9162, 2.1.4.2). */
export const isConsistent = ({ before, size, rootBefore, root, path }: Consistency): boolean => {
  if (!Number.isSafeInteger(before) || !Number.isSafeInteger(size) || before < 1 || before > size) return false
  if (before === size) return path.length === 0 && Buffer.compare(rootBefore, root) === 0
  const [seed, ...rest] = isPowerOfTwo(before) ? [rootBefore, ...path] : path
  if (!seed || path.length === 0) return false
  const walk = { first: before - 1, last: size - 1 }
  while (odd(walk.first)) half(walk)
  let [older, newer] = [seed, seed]
  for (const sibling of rest) {
    if (walk.last === 0) return false
    if (odd(walk.first) || walk.first === walk.last) {
      older = nodeHash(sibling, older)
      newer = nodeHash(sibling, newer)
      if (!odd(walk.first)) climb(walk)
    } else newer = nodeHash(newer, sibling)
    half(walk)
  }
  return walk.last === 0 && Buffer.compare(older, rootBefore) === 0 && Buffer.compare(newer, root) === 0
}
