import { GrowingTree } from './growing-tree.ts'
import { type Checkpoint, isSigned, readCheckpoint, type Verifier } from './note.ts'
import type { Finding } from './verify-findings.ts'

const readable = (notes: readonly string[], origin: string, keys: readonly Verifier[], findings: Finding[]): Checkpoint[] =>
  notes.flatMap((note) => {
    const checkpoint = readCheckpoint(note)
    if (checkpoint?.origin === origin && isSigned(note, keys)) return [checkpoint]
    findings.push({ code: 'BAD_CHECKPOINT', message: `A checkpoint (${JSON.stringify(note.slice(0, 80))}…) is not of this log, or none of the trusted keys signed it.` })
    return []
  })

const inOrder = (checkpoints: readonly Checkpoint[], findings: Finding[]): Checkpoint[] => {
  const bySize = new Map<number, Checkpoint>()
  for (const checkpoint of checkpoints) {
    const other = bySize.get(checkpoint.size)
    if (other && !other.root.equals(checkpoint.root)) findings.push({ code: 'FORKED', message: `Two signed checkpoints of ${checkpoint.size} records have different roots: the log was rewritten and signed again.` })
    if (!other) bySize.set(checkpoint.size, checkpoint)
  }
  return [...bySize.values()].sort((a, b) => a.size - b.size)
}

const rootsDiffer = (before: number, { size }: Checkpoint): Finding =>
  ({ code: 'ROOT_DIFFERS', message: `Records ${before} to ${size - 1} are not those that were sealed: one was edited, moved, put in or taken out.` })

/**
 * Holds the sealed records against the signed checkpoints.
 * @param leaves the records' hashes, computed from their content, by number
 */
export const verifyCheckpoints = (notes: readonly string[], origin: string, keys: readonly Verifier[], leaves: readonly Buffer[]): Finding[] => {
  const findings: Finding[] = []
  const checkpoints = inOrder(readable(notes, origin, keys, findings), findings)
  const tree = new GrowingTree(0, new Map())
  let differs = false
  for (const checkpoint of checkpoints) {
    const before = tree.size
    if (checkpoint.size > leaves.length) break
    tree.append(leaves.slice(before, checkpoint.size))
    if (!differs && !tree.root().equals(checkpoint.root)) findings.push(rootsDiffer(before, checkpoint))
    // What follows a difference differs too; the first says where.
    differs ||= !tree.root().equals(checkpoint.root)
  }
  const newest = checkpoints.at(-1)?.size ?? 0
  if (newest > leaves.length) findings.push({ code: 'TRUNCATED', message: `${newest} records were sealed; ${leaves.length} are there.` })
  if (newest < leaves.length) findings.push({ code: 'NOT_COVERED', message: `Records ${newest} to ${leaves.length - 1} have numbers, and no signed checkpoint covers them: they were put in by hand, or the export lacks the newest checkpoint.` })
  return findings
}
