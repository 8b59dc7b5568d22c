import { makerKnown } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { type AcceptanceFacts, acceptanceOfEvent } from '../acceptance/acceptance.cypher.ts'

export interface Span {
  /** Moments, the second not in it. */
  readonly from: string
  readonly to: string
}

const own = part`(own:Organization {id: $viewer.organization})`
const within = part`event.eventTime >= $in.from AND event.eventTime < $in.to`
const handedOver = part`event.bizStep IN ['shipping', 'departing', 'consigning', 'retail_selling']`
const other = (way: Part): Part => part`NOT EXISTS { (event)-[:${way}]->(own) }`

const events = (found: Part) => cypher<Span, { id: string }>()`
MATCH ${own}
WITH own
${found}
WITH DISTINCT event ORDER BY event.eventTime, event.id
RETURN event.id AS id
`

/** Every partner's own business, as the law names it: it took part in each of these events itself. */
export const statutoryEvents = {
  purchases: events(part`MATCH (own)<-[:TO_PARTY]-(event:Event) WHERE ${within} AND ${handedOver} AND ${other(part`FROM_PARTY`)}`),
  receipts: events(part`MATCH (own)<-[:TO_PARTY|REPORTED_BY]-(event:Event) WHERE ${within} AND event.bizStep IN ['receiving', 'accepting'] AND ${other(part`FROM_PARTY`)}
  AND (EXISTS { (event)-[:TO_PARTY]->(own) } OR EXISTS { (event)-[:AT]->(:Site {organization: own.id}) })`),
  sales: events(part`MATCH (own)<-[:FROM_PARTY]-(event:Event) WHERE ${within} AND ${handedOver} AND ${other(part`TO_PARTY`)}`),
  uses: events(part`MATCH (own)<-[:REPORTED_BY]-(event:Event)
WHERE ${within} AND event.bizStep IN ['implanting', 'explanting', 'dispensing', 'putting_into_service', 'taking_out_of_service', 'destroying']`),
}

export type StatutoryKind = keyof typeof statutoryEvents

export interface StatutoryRow {
  /** Global id of the event. */
  readonly event: string
  readonly at: string
  readonly step: string
  readonly disposition: string | null
  readonly correctedAt: string | null
  readonly documentNumber: string | null
  readonly note: string | null
  /** It stayed somebody's until used. */
  readonly isConsigned: boolean
  readonly procedureReference: string | null
  readonly name: string
  readonly nameZh: string | null
  readonly model: string | null
  readonly di: string
  readonly registrations: readonly string[]
  readonly lot: string | null
  readonly serial: string | null
  readonly quantity: number
  readonly unit: string
  readonly manufacturedOn: string | null
  readonly expiresOn: string | null
  readonly implantable: boolean | null
  readonly maker: string | null
  readonly contractMaker: string | null
  /** The code that its label has. */
  readonly code: string
  readonly party: { readonly code: string; readonly name: string; readonly nameZh: string | null; readonly address: string | null; readonly phone: string | null } | null
  readonly licences: readonly string[]
  readonly site: string | null
  readonly siteCode: string | null
  /** What the viewer checked when it received this. */
  readonly acceptance: AcceptanceFacts | null
}

/**
 * What each event was about, with the fields of the Chinese regulation's article 45: the thing, what it is registered
 * as, who makes it, and the other side with address, contact and licences, which dealt with the viewer itself.
 */
export const statutoryRows = cypher<{ kind: StatutoryKind; ids: readonly string[] }, StatutoryRow>()`
MATCH (own:Organization {id: $viewer.organization})
UNWIND range(0, size($in.ids) - 1) AS place
MATCH (event:Event {id: $in.ids[place]})
WHERE EXISTS { (event)-[:TO_PARTY|FROM_PARTY|REPORTED_BY]->(own) }
CALL (event) {
  MATCH (event)-[concerns:CONCERNS]->(thing:Serial|Batch)
  RETURN thing, concerns.quantity AS quantity, concerns.unit AS unit
  UNION ALL
  MATCH (event)-[:CONCERNS]->(:LogisticUnit)-[packs:PACKS*1..3]->(thing:Serial|Batch)
  WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
  RETURN thing, last(packs).quantity AS quantity, last(packs).unit AS unit
}
MATCH (thing)-[:OF]->(product:Product)
OPTIONAL MATCH (thing)-[:FROM]->(lot:Batch)
OPTIONAL MATCH (product)-[:MADE_BY]->(maker:Organization)
OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
OPTIONAL MATCH (event)-[:TO_PARTY]->(to:Organization)
OPTIONAL MATCH (event)-[:AT]->(site:Site {organization: own.id})
WITH *, CASE WHEN thing:Batch THEN thing ELSE lot END AS batch, CASE WHEN $in.kind = 'sales' THEN to WHEN $in.kind <> 'uses' THEN from END AS party
RETURN event.id AS event, event.eventTime AS at, event.bizStep AS step, event.disposition AS disposition, event.note AS note, event.owner IS NOT NULL AS isConsigned, thing.udi AS code, site.code AS siteCode, event.errorDeclaredAt AS correctedAt, event.documentNumber AS documentNumber,
  CASE WHEN EXISTS { (event)-[:REPORTED_BY]->(own) } THEN event.procedureReference END AS procedureReference,
  product.name AS name, product.nameZh AS nameZh, product.model AS model, product.di AS di, product.implantable AS implantable,
  COLLECT { MATCH (product)-[:REGISTERED]->(registration:Registration) RETURN registration.number ORDER BY registration.number } AS registrations,
  batch.lotNumber AS lot, thing.serialNumber AS serial, coalesce(quantity, 1) AS quantity, coalesce(unit, 'EA') AS unit,
  coalesce(thing.manufacturedOn, batch.manufacturedOn) AS manufacturedOn, coalesce(thing.expiresOn, batch.expiresOn) AS expiresOn,
  CASE WHEN ${makerKnown} THEN coalesce(maker.nameZh, maker.name) END AS maker,
  CASE WHEN product.kind = 'DEVICE' THEN head(COLLECT { MATCH (batch)-[:MADE_BY]->(contract:Organization) WHERE contract.id <> product.maker AND 'CONTRACT_MANUFACTURER' IN contract.kinds RETURN coalesce(contract.nameZh, contract.name) }) END AS contractMaker,
  party {.code, .name, .nameZh, .address, .phone} AS party,
  COLLECT { MATCH (party)-[:LICENSED]->(licence:Licence) RETURN licence.number ORDER BY licence.number } AS licences,
  coalesce(site.nameZh, site.name) AS site,
  CASE WHEN $in.kind IN ['receipts', 'purchases'] THEN ${acceptanceOfEvent} END AS acceptance
ORDER BY place, thing.id
`
