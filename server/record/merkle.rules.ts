import { createHash } from 'node:crypto'

/** The Merkle tree of RFC 6962, section 2.1 (the same in RFC 9162), over SHA-256. Sizes and indexes are below 2^53. */

const sha256 = (...pieces: Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return hash.digest()
}

const leafMark = Buffer.from([0])
const nodeMark = Buffer.from([1])

export const leafHash = (data: Uint8Array): Buffer => sha256(leafMark, data)
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodeMark, left, right)
export const emptyRoot: Buffer = sha256()

/** Leaves from `begin` up to `end`, which is not among them. */
export interface Span {
  readonly begin: number
  readonly end: number
}

/** A complete subtree: 2^level leaves, the `index`th of its level. */
export interface TreeNode {
  readonly level: number
  readonly index: number
}

/** The largest power of two that is smaller than `size` (k in the RFC). */
const splitOf = (size: number): number => {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The complete subtrees that a span of a proof is made of, largest first. */
export const nodesOf = ({ begin, end }: Span): TreeNode[] => {
  const nodes: TreeNode[] = []
  for (let at = begin; at < end;) {
    let level = 0
    while (2 ** (level + 1) <= end - at && at % 2 ** (level + 1) === 0) level += 1
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash over such subtrees. */
export const joined = (hashes: readonly Buffer[]): Buffer => hashes.reduceRight<Buffer | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined) ?? emptyRoot

/** PATH(m, D[n]): whose hashes prove that leaf `index` is in a tree of `size`. */
export const inclusionSpans = (index: number, size: number, begin = 0): Span[] => {
  if (size <= 1) return []
  const split = splitOf(size)
  return index < split
    ? [...inclusionSpans(index, split, begin), { begin: begin + split, end: begin + size }]
    : [...inclusionSpans(index - split, size - split, begin + split), { begin, end: begin + split }]
}

/** SUBPROOF(m, D[n], whole): whose hashes prove that a tree of `before` leaves grew into one of `size`. */
export const consistencySpans = (before: number, size: number, begin = 0, whole = true): Span[] => {
  if (before === size) return whole ? [] : [{ begin, end: begin + size }]
  const split = splitOf(size)
  return before <= split
    ? [...consistencySpans(before, split, begin, whole), { begin: begin + split, end: begin + size }]
    : [...consistencySpans(before - split, size - split, begin + split, false), { begin, end: begin + split }]
}
