import { cypher, part } from '../../kernel/cypher.ts'

export interface CheckedEvent {
  readonly event: string
  readonly condition: string
}

/** What was checked on arrival; true, false, or null where nobody looked. */
export interface AcceptanceFacts {
  readonly id: string
  readonly at: string
  readonly documentNumber: string | null
  /** Degrees Celsius. */
  readonly temperature: number | null
  readonly packagingIntact: boolean | null
  readonly unexpired: boolean | null
  readonly registrationValid: boolean | null
  readonly supplierLicensed: boolean | null
  readonly certificatePresent: boolean | null
  readonly remark: string | null
}

/** Of the variable `check`, within a map. */
export const acceptanceFacts = part`.id, .at, .documentNumber, .temperature, .packagingIntact, .unexpired, .registrationValid, .supplierLicensed, .certificatePresent, .remark`

/** What the viewer's own organization checked when it reported the receipt that is the variable `event`; null where it did not. */
export const acceptanceOfEvent = part`head(COLLECT {
  MATCH (event)<-[checks:CHECKS]-(check:AcceptanceCheck)
  WHERE check.organization = $viewer.organization
  RETURN check {${acceptanceFacts}, conditions: [checks.condition]} ORDER BY check.at DESC, check.id LIMIT 1
})`

/** Of `check`, what arrived by itself and what was inside cartons then. */
export const productOf = part`
    MATCH (check)-[:CHECKS]->(event:Event)-[:CONCERNS]->(thing:Serial|Batch)-[:OF]->(product:Product)
    RETURN product
    UNION
    MATCH (check)-[:CHECKS]->(event:Event)-[:CONCERNS]->(:LogisticUnit)-[packs:PACKS*1..3]->(thing:Serial|Batch)-[:OF]->(product:Product)
    WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
    RETURN product`

/** The check with the events of its receipt, which its photos prove, and the products by which it is found again. @returns how many of the photos are the viewer's own and of no case */
export const createAcceptance = cypher<{ properties: AcceptanceFacts & { by: string | null; organization: string; place: string }; events: readonly CheckedEvent[]; photos: readonly string[] }, { attached: number }>()`
CREATE (check:AcceptanceCheck)
SET check = $in.properties
WITH check
CALL (check) {
  UNWIND $in.events AS row
  MATCH (event:Event {id: row.event})
  CREATE (check)-[:CHECKS {condition: row.condition}]->(event)
}
CALL (check) {
  CALL (check) {${productOf}
  }
  MATCH (receiver:Organization {id: check.organization})
  MERGE (receiver)-[:RECEIVES]->(product)
  CREATE (check)-[:INCLUDES {organization: check.organization, product: product.id, place: check.place}]->(product)
}
CALL () {
  UNWIND $in.photos AS id
  MATCH (document:Document {id: id, kind: 'CASE_ATTACHMENT'})-[:ISSUED_BY]->(:Organization {id: $viewer.organization})
  WHERE NOT EXISTS { (document)-[:ATTACHED_TO]->() }
  UNWIND $in.events AS row
  MATCH (event:Event {id: row.event})
  CREATE (document)-[:PROVES]->(event)
  SET document.kind = 'PHOTO'
  RETURN count(DISTINCT document) AS attached
}
RETURN attached
`

export interface AcceptanceRecord extends AcceptanceFacts {
  readonly inspector: { readonly name: string; readonly nameZh: string | null } | null
  readonly organization: { readonly name: string; readonly nameZh: string | null }
  readonly photos: number
  readonly events: readonly (CheckedEvent & { readonly note: string | null })[]
}

/** The viewer's own organization's record, by its id. */
export const acceptanceById = cypher<{ id: string }, AcceptanceRecord>()`
MATCH (check:AcceptanceCheck {id: $in.id})
WHERE check.organization = $viewer.organization
MATCH (own:Organization {id: check.organization})
OPTIONAL MATCH (inspector:Person {id: check.by})
RETURN check.id AS id, check.at AS at, check.documentNumber AS documentNumber, check.temperature AS temperature, check.packagingIntact AS packagingIntact, check.unexpired AS unexpired,
  check.registrationValid AS registrationValid, check.supplierLicensed AS supplierLicensed, check.certificatePresent AS certificatePresent, check.remark AS remark,
  inspector {.name, .nameZh} AS inspector, own {.name, .nameZh} AS organization,
  COUNT { MATCH (check)-[:CHECKS]->(:Event)<-[:PROVES]-(photo:Document {kind: 'PHOTO'}) RETURN DISTINCT photo } AS photos,
  COLLECT { MATCH (check)-[checks:CHECKS]->(event:Event) WHERE event.correctiveEventIds IS NULL RETURN {event: event.id, condition: checks.condition, note: event.note} ORDER BY checks.condition, event.id } AS events
`
