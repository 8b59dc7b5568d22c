import { maskedParty } from '../access/masked.ts'
import { cypher, part } from '../kernel/cypher.ts'
import type { Signature } from './signature.type.ts'

/** Never changed, never deleted: the database refuses a second one with its id, and its audit record holds its binding. */
export const createSignature = cypher<{ row: object }, never>()`
CREATE (signature:Signature)
SET signature = $in.row
`

const own = part`signature.organization = $viewer.organization`

/** The caller has made sure that the viewer sees the signed things. A signer's name is its own organization's. */
export const signaturesOf = cypher<{ subjects: readonly string[] }, { subject: string; signatures: Signature[] }>()`
UNWIND $in.subjects AS subject
RETURN subject, COLLECT {
  MATCH (signature:Signature {subject: subject})
  OPTIONAL MATCH (organization:Organization {id: signature.organization})
  RETURN signature {.id, .signedAt, .act, .meaning, .hash,
    signer: CASE WHEN ${own} THEN signature.signer END,
    signerZh: CASE WHEN ${own} THEN signature.signerZh END,
    organization: ${maskedParty(part`organization`, part`[$viewer.organization]`, part`'MANUFACTURER' IN organization.kinds`)}}
  ORDER BY signature.signedAt, signature.id
} AS signatures
`
