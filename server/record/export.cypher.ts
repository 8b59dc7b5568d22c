import { cypher } from '../kernel/cypher.ts'
import type { StoredRecord } from './leaf.ts'
import type { PersonalValue } from './personal-value.ts'
import { storedRecord } from './seal.cypher.ts'

export interface NumberedRecord {
  readonly sequence: number | null
  readonly hash: string | null
  readonly record: StoredRecord
}

/** By number and not by count, so that two records of one number are both there. */
export const recordsBetween = cypher<{ from: number; to: number }, NumberedRecord>()`
MATCH (record:AuditRecord)
WHERE $in.from <= record.sequence AND record.sequence < $in.to
RETURN record.sequence AS sequence, record.hash AS hash, ${storedRecord} AS record
ORDER BY sequence, record.id
`

export const lastNumber = cypher<object, { sequence: number }>()`
MATCH (record:AuditRecord)
WHERE record.sequence >= 0
RETURN record.sequence AS sequence ORDER BY sequence DESC LIMIT 1
`

/** From the count store: a record that has neither a number nor the mark of the tail is counted here and found nowhere. */
export const recordCount = cypher<object, { total: number }>()`MATCH (record:AuditRecord) RETURN count(*) AS total`

export const valuesAfter = cypher<{ after: string; limit: number }, { value: PersonalValue }>()`
MATCH (value:PersonalValue)
WHERE value.id > $in.after
RETURN value {.id, .person, .value, .salt} AS value ORDER BY value.id LIMIT toInteger($in.limit)
`

export interface StoredSignature {
  readonly id: string
  readonly [field: string]: string | null
}

export const signaturesAfter = cypher<{ after: string; limit: number }, { signature: StoredSignature }>()`
MATCH (signature:Signature)
WHERE signature.id > $in.after
RETURN signature {.id, .subject, .hash, .act, .meaning, .person, .signer, .signerZh, .organization, .signedAt} AS signature ORDER BY signature.id LIMIT toInteger($in.limit)
`
