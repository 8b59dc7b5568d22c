import { cypher } from '../../../kernel/cypher.ts'

export interface LoanSetDue {
  readonly id: string
  readonly documentNumber: string
  readonly dueOn: string
  /** Who lent or borrowed it, and is told. */
  readonly organization: string
}

/** For the hub, which reminds: open sets that are due before a day, once for the lender and once for the borrower, as far as they work with the hub. */
export const loanSetsDue = cypher<{ before: string }, { loanSet: LoanSetDue }>()`
MATCH (loanSet:LoanSet {isOpen: true})
WHERE loanSet.place < $in.before AND NOT EXISTS { (loanSet)-[:SENT_BY]->(sending:Event) WHERE sending.errorDeclaredAt IS NOT NULL }
UNWIND [loanSet.lender, loanSet.borrower] AS id
MATCH (organization:Organization {id: id})
WHERE coalesce(organization.onHub, false) AND organization.suspendedAt IS NULL
RETURN loanSet {.id, .documentNumber, .dueOn, organization: organization.id} AS loanSet
`
