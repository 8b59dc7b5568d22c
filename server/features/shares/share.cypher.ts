import { ownedByViewer } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { makersCase } from '../feedback/adverse-event.cypher.ts'
import { makersOwn } from '../recalls/recall.cypher.ts'
import type { Share, ShareKind } from './share.type.ts'

/** How often it was opened is what the record says. */
const shareMap = part`share {.id, .kind, .subject, .label, .from, .to, .recipient, .createdAt, .expiresAt, .revokedAt,
  openings: COUNT { (opened:AuditRecord {subject: share.id}) WHERE opened.at > '' AND opened.action = 'SHARE_OPEN' },
  openedAt: head(COLLECT { MATCH (opened:AuditRecord {subject: share.id}) WHERE opened.at > '' AND opened.action = 'SHARE_OPEN' RETURN opened.at ORDER BY opened.at DESC LIMIT 1 })}`

export interface SharedThing {
  readonly id: string
  readonly label: string
}

const thing = (found: Part) => cypher<{ text: string }, SharedThing>()`${found}`

/** By id or by its number. Who shares a thing is its maker: another's, and one that does not exist, have no row. */
export const shareable = {
  RECALL: thing(part`
CALL () {
  MATCH (recall:Recall {id: $in.text}) RETURN recall
  UNION
  MATCH (recall:Recall {reference: $in.text}) RETURN recall
}
WITH recall WHERE ${makersOwn}
RETURN recall.id AS id, recall.reference AS label`),
  ADVERSE_EVENT: thing(part`
CALL () {
  MATCH (case:AdverseEvent {id: $in.text}) RETURN case
  UNION
  MATCH (case:AdverseEvent {caseNumber: $in.text}) RETURN case
}
WITH case WHERE ${makersCase}
RETURN case.id AS id, case.caseNumber AS label`),
  BATCH: thing(part`
MATCH (batch:Batch {id: $in.text})-[:OF]->(product:Product)
WHERE ${ownedByViewer}
RETURN batch.id AS id, batch.lotNumber AS label`),
  SERIAL: thing(part`
MATCH (serial:Serial {id: $in.text})-[:OF]->(product:Product)
WHERE ${ownedByViewer}
RETURN serial.id AS id, serial.serialNumber AS label`),
}

export interface NewShare {
  readonly id: string
  readonly kind: ShareKind
  readonly subject: string
  readonly label: string | null
  readonly from: string | null
  readonly to: string | null
  readonly recipient: string
  readonly createdAt: string
  readonly expiresAt: string
  /** SHA-256 of the token, base64url. */
  readonly hash: string
  readonly createdBy: string
}

export const createShare = cypher<{ share: NewShare }, { share: Share }>()`
CREATE (share:Share)
SET share = $in.share, share.organization = $viewer.organization, share.viewerKind = $viewer.kind
RETURN ${shareMap} AS share
`

export const ownShares = cypher<object, { share: Share }>()`
MATCH (share:Share) WHERE share.organization = $viewer.organization AND share.createdAt > ''
WITH share ORDER BY share.createdAt DESC LIMIT 500
RETURN ${shareMap} AS share ORDER BY share.createdAt DESC
`

/** No row where it is another's, or has been revoked before. */
export const revokeShare = cypher<{ id: string; at: string }, { share: Share }>()`
MATCH (share:Share {id: $in.id})
WHERE share.organization = $viewer.organization AND share.revokedAt IS NULL
SET share.revokedAt = $in.at
RETURN ${shareMap} AS share
`

/** A share that opens now, with who gave it. */
export interface OpenShare {
  readonly id: string
  readonly kind: ShareKind
  readonly subject: string
  readonly label: string | null
  readonly from: string | null
  readonly to: string | null
  readonly recipient: string
  readonly expiresAt: string
  readonly organization: string
  readonly viewerKind: string
  readonly sharedBy: { readonly name: string; readonly nameZh: string | null }
}

/** Unknown, expired and revoked are the same: no row. */
export const openShare = cypher<{ hash: string; now: string }, { share: OpenShare }>()`
MATCH (share:Share {hash: $in.hash})
WHERE share.revokedAt IS NULL AND share.expiresAt > $in.now
MATCH (organization:Organization {id: share.organization})
RETURN share {.id, .kind, .subject, .label, .from, .to, .recipient, .expiresAt, .organization, .viewerKind, sharedBy: organization {.name, .nameZh}} AS share
`
