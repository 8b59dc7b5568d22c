export type FindingCode =
  | 'EDITED' | 'MISSING' | 'INSERTED' | 'ROOT_DIFFERS' | 'TRUNCATED' | 'FORKED' | 'BAD_CHECKPOINT' | 'NOT_COVERED' | 'LEFT_UNSEALED'
  | 'FORGED' | 'VALUE_EDITED' | 'SIGNATURE_EDITED' | 'SIGNATURE_MISSING' | 'EXPORT_CUT'

export interface Finding {
  readonly code: FindingCode
  readonly message: string
}

export interface Verdict {
  readonly sealed: number
  readonly unsealed: number
  /** What the hub did not write, and keeps apart. */
  readonly apart: number
  readonly checkpoints: number
  readonly signatures: number
  /** Values that stand apart and are in the export; the erased ones are not, and need not be. */
  readonly values: number
  readonly findings: readonly Finding[]
}
