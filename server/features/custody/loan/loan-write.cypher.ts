import { visible } from '../../../access/visible.ts'
import { cypher } from '../../../kernel/cypher.ts'

export interface NewLoanSet {
  readonly id: string
  readonly lender: string
  readonly documentNumber: string
  readonly sentAt: string
  readonly dueOn: string
  readonly isOpen: true
  /** Order of lists. */
  readonly place: string
}

/** The set that a shipment brings to its recipient: all that is in its tray as it leaves. A tray is out once. @returns nothing where it is out already */
export const createLoanSet = cypher<{ event: string; loanSet: NewLoanSet }, { borrower: string }>()`
MATCH (sending:Event {id: $in.event})-[:CONCERNS]->(unit:LogisticUnit)
MATCH (sending)-[:TO_PARTY]->(borrower:Organization)
SET unit.locked = true
WITH sending, unit, borrower WHERE NOT EXISTS { (unit)<-[:TRAVELS_IN]-(:LoanSet {isOpen: true}) }
CREATE (loanSet:LoanSet)-[:TRAVELS_IN]->(unit), (loanSet)-[:SENT_BY]->(sending)
SET loanSet = $in.loanSet, loanSet.borrower = borrower.id
WITH loanSet, unit, borrower
CALL (loanSet, unit) {
  MATCH (unit)-[packs:PACKS*1..3]->(thing:Serial|Batch)
  WHERE all(pack IN packs WHERE pack.since <= loanSet.sentAt AND coalesce(pack.until, '9') > loanSet.sentAt)
  WITH loanSet, thing, sum(coalesce(last(packs).quantity, 1.0)) AS quantity, max(last(packs).unit) AS measure
  CREATE (loanSet)-[:LENDS {quantity: quantity, unit: coalesce(measure, 'EA')}]->(thing)
}
RETURN borrower.id AS borrower
`

export interface LockedLoanSet {
  readonly id: string
  readonly lender: string
  readonly borrower: string
  readonly documentNumber: string
  readonly sentAt: string
  readonly isOpen: boolean
  readonly borrowerOnHub: boolean
}

/** Locks a set of the viewer's, so that what is reported of it is weighed one report after the other. */
export const lockLoanSet = cypher<{ id: string }, LockedLoanSet>()`
MATCH (loanSet:LoanSet {id: $in.id})
WHERE ${visible.loanSet}
SET loanSet.locked = true
WITH loanSet
MATCH (borrower:Organization {id: loanSet.borrower})
RETURN loanSet.id AS id, loanSet.lender AS lender, loanSet.borrower AS borrower, loanSet.documentNumber AS documentNumber, loanSet.sentAt AS sentAt, loanSet.isOpen AS isOpen, coalesce(borrower.onHub, false) AS borrowerOnHub
`

export const linkLoanEvents = cypher<{ loanSet: string; events: readonly string[] }, never>()`
MATCH (loanSet:LoanSet {id: $in.loanSet})
UNWIND $in.events AS id
MATCH (event:Event {id: id})
MERGE (event)-[:ON_LOAN]->(loanSet)
`

export const closeLoan = cypher<{ id: string; at: string; note: string | null }, never>()`
MATCH (loanSet:LoanSet {id: $in.id})
SET loanSet.closedAt = $in.at, loanSet.isOpen = false, loanSet.note = $in.note
`
