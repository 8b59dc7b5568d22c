import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const auditEntryFragment = graphql(`
  fragment AuditEntryParts on AuditEntry @_unmask {
    id sequence at action outcome code count subject subjectLabel reason address hash
    actor { id name nameZh nameState isSystem organization { ...Party } }
    changes { field before after erased }
  }
`, [partyFragment])

/** The history of one thing. */
export const auditTrailQuery = graphql(`
  query PortalAuditTrail($subject: ID!, $first: Int!, $after: String) {
    auditTrail(subject: $subject, first: $first, after: $after) {
      totalCount
      edges { node { ...AuditEntryParts } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [auditEntryFragment])

/** The record of an organization. */
export const auditRecordsQuery = graphql(`
  query PortalAuditRecords($from: DateTime, $to: DateTime, $action: String, $outcome: AuditOutcome, $actor: ID, $organization: ID, $subject: ID, $first: Int!, $after: String) {
    auditRecords(from: $from, to: $to, action: $action, outcome: $outcome, actor: $actor, organization: $organization, subject: $subject, first: $first, after: $after) {
      totalCount
      edges { node { ...AuditEntryParts } }
      pageInfo { hasNextPage endCursor }
    }
    auditLog { size apart checkpoint verifierKey }
  }
`, [auditEntryFragment])

export const auditProofQuery = graphql(`
  query PortalAuditProof($id: ID!) {
    auditProof(id: $id)
  }
`)

export type AuditEntry = ResultOf<typeof auditEntryFragment>
