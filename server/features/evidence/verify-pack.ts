import { sealedFields } from '../../record/leaf.ts'
import { leafHash } from '../../record/merkle.rules.ts'
import { isIncluded } from '../../record/merkle-verify.rules.ts'
import { type Checkpoint, isSigned, readCheckpoint, readVerifierKey, type Verifier } from '../../record/note.ts'
import { isManifestSigned, type Manifest, manifestPath, type RecordProof, signaturePath } from './manifest.ts'
import { filesOf, type FoundFile } from './read-pack.ts'

export type PackFindingCode = 'NOT_A_PACK' | 'EDITED' | 'MISSING' | 'ADDED' | 'MANIFEST_EDITED' | 'BAD_KEY' | 'BAD_CHECKPOINT' | 'BAD_PROOF' | 'RECORD_DIFFERS'

export interface PackFinding {
  readonly code: PackFindingCode
  readonly message: string
}

export interface PackVerdict {
  readonly files: number
  readonly proofs: number
  readonly manifest: Manifest | null
  readonly findings: readonly PackFinding[]
}

const trailPath = 'audit/trail.json'
const kept: readonly string[] = [manifestPath, signaturePath, trailPath]

const finding = (code: PackFindingCode, message: string): PackFinding => ({ code, message })

/** JSON of the expected shape, or undefined: a forger writes what it likes. */
const parsed = <Shape>(content: Buffer | undefined, isShape: (value: unknown) => boolean): Shape | undefined => {
  try {
    const value: unknown = JSON.parse(content?.toString('utf8') ?? '')
    return isShape(value) ? (value as Shape) : undefined
  } catch {
    return undefined
  }
}

const isManifest = (value: unknown): boolean => {
  const { format, files, record } = (value ?? {}) as Partial<Manifest>
  return format === 'devicetrail-evidence-1' && Array.isArray(files) && typeof record?.key === 'string' && Array.isArray(record.proofs)
}

/** What differs between the files and the manifest's list of them. */
const comparedFiles = ({ files }: Manifest, found: readonly FoundFile[]): PackFinding[] => {
  const findings: PackFinding[] = []
  const listed = new Map(files.map((file) => [file.path, file.sha256]))
  const seen = new Set<string>()
  for (const { path, sha256, broken } of found) {
    if (seen.has(path)) findings.push(finding('ADDED', `${path} stands in the pack twice.`))
    seen.add(path)
    if (path === manifestPath || path === signaturePath) continue
    if (!listed.has(path)) findings.push(finding('ADDED', `${path} is not in the manifest: it was added later.`))
    else if (broken !== undefined) findings.push(finding('EDITED', `${path} cannot be read: ${broken}.`))
    else if (listed.get(path) !== sha256) findings.push(finding('EDITED', `${path} is not as it was packed.`))
  }
  return [...findings, ...files.filter(({ path }) => !seen.has(path)).map(({ path }) => finding('MISSING', `${path} is in the manifest and not in the pack.`))]
}

const isProved = ({ index, leaf, path }: RecordProof, { size, root }: Checkpoint): boolean =>
  isIncluded({ index, size, leaf: leafHash(Buffer.from(leaf, 'base64')), path: path.map((hash) => Buffer.from(hash, 'base64')), root })

const told = ['id', 'at', 'action', 'outcome', 'code', 'subject', 'reason'] as const

type TrailEntry = Readonly<Record<(typeof told)[number], string | null>>

/** Whether the trail says otherwise than the sealed leaf. */
const differs = (entry: TrailEntry | undefined, leaf: readonly unknown[]): boolean =>
  !entry || told.some((field) => (entry[field] ?? null) !== (leaf[1 + sealedFields.indexOf(field)] ?? null))

const comparedRecord = ({ record: { checkpoint, proofs } }: Manifest, trail: readonly TrailEntry[], keys: readonly Verifier[]): PackFinding[] => {
  if (checkpoint === null) return proofs.map(({ id }) => finding('BAD_PROOF', `Record ${id} has a proof and there is no checkpoint.`))
  const point = readCheckpoint(checkpoint)
  if (!point || !isSigned(checkpoint, keys)) return [finding('BAD_CHECKPOINT', 'The checkpoint is not signed by the key.')]
  const entries = new Map(trail.map((entry) => [entry.id, entry]))
  return proofs.flatMap((proof) => {
    const leaf = parsed<readonly unknown[]>(Buffer.from(proof.leaf, 'base64'), Array.isArray)
    if (!leaf || leaf[1] !== proof.id || !isProved(proof, point)) return [finding('BAD_PROOF', `The proof of record ${proof.id} does not lead to the checkpoint's root.`)]
    return differs(entries.get(proof.id), leaf) ? [finding('RECORD_DIFFERS', `Record ${proof.id} in ${trailPath} is not the one that was sealed.`)] : []
  })
}

const keysOf = (texts: readonly string[]): Verifier[] | undefined => {
  try {
    return texts.map(readVerifierKey)
  } catch {
    return undefined
  }
}

/**
 * Checks a pack by itself: needs no hub, no database and no network.
 * @param trusted keys that its reader knows from elsewhere; without any the pack's own says only that nothing was changed by halves
 */
export const verifyPack = async (file: string, trusted: readonly string[] = []): Promise<PackVerdict> => {
  const found: FoundFile[] = []
  try {
    for await (const each of filesOf(file, (path) => kept.includes(path))) found.push(each)
  } catch (error) {
    return { files: found.length, proofs: 0, manifest: null, findings: [finding('NOT_A_PACK', `${file} is no whole ZIP: ${(error as Error).message}.`)] }
  }
  const contentOf = (path: string): Buffer | undefined => found.find((each) => each.path === path)?.content
  const bytes = contentOf(manifestPath)
  const manifest = parsed<Manifest>(bytes, isManifest)
  if (!bytes || !manifest) return { files: found.length, proofs: 0, manifest: null, findings: [finding('NOT_A_PACK', `${manifestPath} is missing, or is none.`)] }
  const keys = keysOf(trusted.length > 0 ? trusted : [manifest.record.key])
  const trail = parsed<readonly TrailEntry[]>(contentOf(trailPath), Array.isArray) ?? []
  const findings = [
    ...(keys ? [] : [finding('BAD_KEY', 'The key is no Ed25519 verifier key (name+id+key).')]),
    ...(isManifestSigned(bytes, contentOf(signaturePath)?.toString('utf8') ?? '', keys ?? []) ? [] : [finding('MANIFEST_EDITED', `${manifestPath} is not the one that was signed, or another key signed it.`)]),
    ...comparedFiles(manifest, found),
    ...comparedRecord(manifest, trail, keys ?? []),
  ]
  return { files: manifest.files.length, proofs: manifest.record.proofs.length, manifest, findings }
}
