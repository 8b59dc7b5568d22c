import { recalledNow } from '../../../access/blocked.ts'
import { viewersNow, visible } from '../../../access/visible.ts'
import { cypher, part, type Part } from '../../../kernel/cypher.ts'
import type { LentThing, LoanEvent } from './loan-account.rules.ts'
import type { LoanSet, LoanSetLine } from './loan-set.type.ts'

const party = (one: Part): Part => part`${one} {.id, .name, .nameZh, .kinds, .country}`

const shown = part`
MATCH (loanSet)-[:TRAVELS_IN]->(unit:LogisticUnit)
MATCH (lender:Organization {id: loanSet.lender})
MATCH (borrower:Organization {id: loanSet.borrower})`

const loanSetMap = part`loanSet {.id, .documentNumber, .sentAt, .dueOn, .closedAt, lentByViewer: loanSet.lender = $viewer.organization,
  outcomes: CASE WHEN loanSet.lender = $viewer.organization AND borrower.onHub THEN ['RETURNED'] ELSE ['IMPLANTED', 'CONSUMED', 'OPENED_UNUSED', 'DISCARDED', 'RETURNED'] END,
  logisticUnit: unit {.id, .sscc, .kind}, lender: ${party(part`lender`)}, borrower: ${party(part`borrower`)}}`

export const loanSetsById = cypher<{ ids: readonly string[] }, { loanSet: LoanSet }>()`
UNWIND $in.ids AS id
MATCH (loanSet:LoanSet {id: id})
WHERE ${visible.loanSet}
${shown}
RETURN ${loanSetMap} AS loanSet
`

interface LoanSetFilter {
  readonly isOpen: boolean
}

const lentOrBorrowed = (filter: Part, result: Part): Part => part`
CALL () {
  MATCH (loanSet:LoanSet) WHERE loanSet.lender = $viewer.organization AND loanSet.isOpen = $in.isOpen ${filter}
  RETURN ${result}
  UNION ALL
  MATCH (loanSet:LoanSet) WHERE loanSet.borrower = $viewer.organization AND loanSet.isOpen = $in.isOpen ${filter}
  RETURN ${result}
}`

/** The viewer's own, lent and borrowed: what is due first comes first. */
export const loanSetPage = cypher<LoanSetFilter & { after: string; limit: number }, { place: string; loanSet: LoanSet }>()`
${lentOrBorrowed(part`AND loanSet.place > $in.after`, part`loanSet ORDER BY loanSet.place LIMIT toInteger($in.limit)`)}
WITH loanSet ORDER BY loanSet.place LIMIT toInteger($in.limit)
${shown}
RETURN loanSet.place AS place, ${loanSetMap} AS loanSet ORDER BY place
`

export const loanSetCount = cypher<LoanSetFilter, { total: number }>()`
${lentOrBorrowed(part`AND loanSet.place > ''`, part`count(*) AS some`)}
RETURN sum(some) AS total
`

/** The set that something scanned is in, or is: the newest of its tray, or that a serial was lent in. */
export const loanSetOfCode = cypher<{ sscc: string | null; di: string | null; serial: string | null; id: string | null; plain: string | null }, { id: string }>()`
CALL () {
  MATCH (:LogisticUnit {sscc: $in.sscc})<-[:TRAVELS_IN]-(loanSet:LoanSet) RETURN loanSet
  UNION
  MATCH (loanSet:LoanSet {id: $in.id}) RETURN loanSet
  UNION
  MATCH (:DeviceIdentifier {code: $in.di})-[:IDENTIFIES]->(product:Product)
  MATCH (:Serial {key: product.id + '|' + $in.serial})<-[:LENDS]-(loanSet:LoanSet) RETURN loanSet
  UNION
  MATCH (:Serial {serialNumber: $in.plain})<-[:LENDS]-(loanSet:LoanSet) RETURN loanSet
}
WITH loanSet WHERE ${visible.loanSet}
RETURN loanSet.id AS id ORDER BY loanSet.isOpen DESC, loanSet.sentAt DESC LIMIT 1
`

export type LentLine = Omit<LoanSetLine, Exclude<keyof LentThing, 'id'> | 'used' | 'openedUnused' | 'discarded' | 'returned' | 'received' | 'out'> & LentThing

export interface LoanHistory {
  readonly loanSet: string
  readonly unit: string
  /** That it was sent was declared an error. */
  readonly isWithdrawn: boolean
  readonly lines: readonly LentLine[]
  readonly events: readonly LoanEvent[]
}

/** What somebody who holds or owns a thing no more does not learn of it; of a lot while the set is open. */
const isTheirs = part`loanSet.isOpen AND (thing:Batch OR ${viewersNow(part`thing`)})`

const holds = part`CASE WHEN ${isTheirs} THEN coalesce(thing.holds, []) + coalesce(lot.holds, []) + CASE WHEN ${recalledNow(part`thing`)} THEN ['RECALLED'] ELSE [] END + CASE WHEN coalesce(thing.expiresOn, lot.expiresOn) < $in.today THEN ['EXPIRED'] ELSE [] END ELSE [] END`

/** An ordinary return or receipt of a lot, from borrower to lender while the set is open; where two sets have it out between them, nobody can say of which. */
const comesBack = part`event.eventTime >= loanSet.sentAt AND event.eventTime <= coalesce(loanSet.closedAt, '9') AND NOT EXISTS { (event)-[:ON_LOAN]->() }
        AND EXISTS { (event)-[:FROM_PARTY]->(:Organization {id: loanSet.borrower}) } AND EXISTS { (event)-[:TO_PARTY]->(:Organization {id: loanSet.lender}) }
        AND NOT EXISTS { (lot)<-[:LENDS]-(other:LoanSet) WHERE other <> loanSet AND other.lender = loanSet.lender AND other.borrower = loanSet.borrower AND other.sentAt <= event.eventTime AND coalesce(other.closedAt, '9') >= event.eventTime }`

/** What was in each set when it was sent, and what was told since of its tray, of its serials, of its lots as they came back, and of the set itself. */
export const historiesOfLoanSets = cypher<{ ids: readonly string[]; today: string }, LoanHistory>()`
UNWIND $in.ids AS id
MATCH (loanSet:LoanSet {id: id})
WHERE ${visible.loanSet}
MATCH (loanSet)-[:TRAVELS_IN]->(unit:LogisticUnit)
MATCH (loanSet)-[:SENT_BY]->(sending:Event)
RETURN id AS loanSet, unit.id AS unit, sending.errorDeclaredAt IS NOT NULL AS isWithdrawn,
  COLLECT {
    MATCH (loanSet)-[lends:LENDS]->(thing:Serial|Batch)-[:OF]->(product:Product)
    OPTIONAL MATCH (thing)-[:FROM]->(lot:Batch)
    RETURN {id: thing.id, isSerial: thing:Serial, code: thing.udi, di: product.di, name: product.name, nameZh: product.nameZh, serialNumber: thing.serialNumber,
      lotNumber: coalesce(thing.lotNumber, lot.lotNumber), expiresOn: coalesce(thing.expiresOn, lot.expiresOn), holds: ${holds}, sent: lends.quantity, unit: lends.unit}
    ORDER BY product.name, coalesce(thing.lotNumber, lot.lotNumber), thing.serialNumber, thing.id
  } AS lines,
  COLLECT {
    CALL (loanSet, unit, sending) {
      MATCH (loanSet)<-[:ON_LOAN]-(event:Event) RETURN event
      UNION
      MATCH (unit)<-[:CONCERNS]-(event:Event) WHERE event.eventTime >= loanSet.sentAt AND event.eventTime <= coalesce(loanSet.closedAt, '9') AND event <> sending RETURN event
      UNION
      MATCH (loanSet)-[:LENDS]->(:Serial)<-[:CONCERNS]-(event:Event) WHERE event.eventTime >= loanSet.sentAt RETURN event
      UNION
      MATCH (loanSet)-[:LENDS]->(lot:Batch)<-[:CONCERNS]-(event:Event) WHERE ${comesBack} RETURN event
    }
    WITH event WHERE event.errorDeclaredAt IS NULL
    RETURN {at: event.eventTime, type: event.type, action: event.action, bizStep: event.bizStep, disposition: event.disposition,
      isHome: EXISTS { (event)-[:TO_PARTY]->(:Organization {id: loanSet.lender}) }, isOwn: EXISTS { (event)-[:ON_LOAN]->(loanSet) },
      emptiesTray: event.type = 'AGGREGATION' AND event.action = 'DELETE' AND EXISTS { (event)-[:CONCERNS]->(unit) } AND NOT EXISTS { (event)-[:CONCERNS {role: 'CHILD'}]->() },
      things: COLLECT { MATCH (event)-[told:CONCERNS]->(thing) WHERE thing = unit OR EXISTS { (loanSet)-[:LENDS]->(thing) } RETURN {id: thing.id, role: told.role, quantity: told.quantity} }}
  } AS events
`
