import { createHash, type KeyObject } from 'node:crypto'
import { isSigned, signNote, type Verifier } from '../../record/note.ts'

/** One record's inclusion in the log (RFC 6962, 2.1.1), against the manifest's checkpoint. */
export interface RecordProof {
  readonly id: string
  readonly index: number
  /** The leaf's bytes, base64: server/record/leaf.ts says what stands in it. */
  readonly leaf: string
  /** Hashes, base64. */
  readonly path: readonly string[]
}

export interface PackedFile {
  readonly path: string
  readonly bytes: number
  /** Of its content, hexadecimal. */
  readonly sha256: string
}

/** The last but one file of a pack: what is in it, by its sums. */
export interface Manifest {
  readonly format: 'devicetrail-evidence-1'
  readonly pack: string
  readonly subject: { readonly id: string; readonly kind: string; readonly label: string }
  readonly madeAt: string
  readonly madeFor: string
  readonly language: string
  readonly files: readonly PackedFile[]
  readonly record: {
    /** name+id+key, C2SP signed-note; of who checks, one it knows from elsewhere. */
    readonly key: string
    /** The signed checkpoint; null where nothing is sealed yet. */
    readonly checkpoint: string | null
    readonly proofs: readonly RecordProof[]
  }
}

export const manifestPath = 'manifest.json'
export const signaturePath = 'manifest.sig'

const statement = (manifest: Uint8Array): string => `devicetrail-evidence-1\nsha256 ${createHash('sha256').update(manifest).digest('hex')}\n`

/** The manifest's signature: a C2SP signed note over its sum, by the key that signs the record. */
export const signManifest = (manifest: Uint8Array, name: string, key: KeyObject): string => signNote(statement(manifest), { name, key })

export const isManifestSigned = (manifest: Uint8Array, note: string, keys: readonly Verifier[]): boolean =>
  note.startsWith(`${statement(manifest)}\n`) && isSigned(note, keys)
