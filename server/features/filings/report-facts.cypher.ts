import { visible } from '../../access/visible.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { caseMap, type CaseRow, caseShown } from '../feedback/adverse-event.cypher.ts'
import { covered } from '../recalls/frozen-scope.cypher.ts'
import { recipientNamed } from '../recalls/notice.cypher.ts'
import type { RecallProgress } from '../recalls/progress.type.ts'
import { makersOwn, recallMap } from '../recalls/recall.cypher.ts'
import type { Recall } from '../recalls/recall.type.ts'

export interface Address {
  readonly id: string
  readonly name: string | null
  readonly nameZh: string | null
  readonly country: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly srn: string | null
}

export interface ProductFacts {
  readonly di: string
  readonly name: string
  readonly nameZh: string | null
  readonly brand: string | null
  readonly model: string | null
  readonly catalogNumber: string | null
  readonly basicUdiDi: string | null
  readonly riskClass: string | null
  readonly gmdnCode: string | null
  readonly gmdnName: string | null
  readonly singleUse: boolean | null
  readonly registrations: readonly { readonly number: string; readonly market: string; readonly holder: string | null }[]
}

export interface CaseFacts {
  readonly case: CaseRow
  readonly product: ProductFacts | null
  readonly maker: Address | null
  readonly reporter: Address
  readonly device: { readonly udi: string; readonly serialNumber: string | null; readonly lotNumber: string | null; readonly manufacturedOn: string | null; readonly expiresOn: string | null } | null
  readonly implantedOn: string | null
  readonly explantedOn: string | null
}

const address = (organization: Part): Part => part`CASE WHEN ${organization} IS NOT NULL THEN ${organization} {.id, .name, .nameZh, .country, .address, .phone, .srn} END`

const productFacts = part`CASE WHEN product IS NOT NULL THEN product {.di, .name, .nameZh, .brand, .model, .catalogNumber, .basicUdiDi, .riskClass, .gmdnCode, .gmdnName, .singleUse,
  registrations: COLLECT { MATCH (product)-[:REGISTERED]->(registration:Registration) RETURN registration {.number, .market, .holder} ORDER BY registration.market, registration.number }} END`

/** The day of the newest event of a kind at the reporter's own organization. */
const dayOf = (step: Part): Part => part`head(COLLECT { MATCH (serial)<-[:CONCERNS]-(event:Event {bizStep: ${step}})-[:REPORTED_BY]->(reporter) WHERE event.errorDeclaredAt IS NULL RETURN left(event.eventTime, 10) AS day ORDER BY day DESC LIMIT 1 })`

/** A case with all that the forms ask of its device and parties. The device's numbers are for whoever may see it. */
export const caseFacts = cypher<{ id: string }, CaseFacts>()`
MATCH (case:AdverseEvent {id: $in.id})
WHERE ${caseShown}
MATCH (reporter:Organization {id: case.organization})
OPTIONAL MATCH (product:Product {id: case.product})
OPTIONAL MATCH (batch:Batch {id: case.lot}) WHERE ${visible.batch}
OPTIONAL MATCH (serial:Serial {id: case.device}) WHERE ${visible.serial}
OPTIONAL MATCH (maker:Organization {id: case.maker})
RETURN ${caseMap} AS case, ${productFacts} AS product, ${address(part`maker`)} AS maker, ${address(part`reporter`)} AS reporter,
  CASE WHEN serial IS NOT NULL OR batch IS NOT NULL THEN {udi: coalesce(serial.udi, batch.udi), serialNumber: serial.serialNumber, lotNumber: batch.lotNumber,
    manufacturedOn: coalesce(serial.manufacturedOn, batch.manufacturedOn), expiresOn: coalesce(serial.expiresOn, batch.expiresOn)} END AS device,
  ${dayOf(part`'implanting'`)} AS implantedOn, ${dayOf(part`'explanting'`)} AS explantedOn
`

export interface Consignee {
  /** Without a name where the maker may not know it. */
  readonly party: Address
  readonly issuedAt: string
  readonly acknowledged: boolean
  readonly completed: boolean
  readonly itemCount: number
  readonly quantity: number
  /** As its answers stand. */
  readonly returned: number
  readonly corrected: number
  readonly onHand: number | null
}

/** A lot as a whole, or a device with the lot that it was made in, where it has one. */
export interface CoveredNumber {
  readonly lotNumber: string | null
  readonly serialNumber: string | null
}

/** Days; null where none is known. */
export interface DaySpan {
  readonly from: string | null
  readonly to: string | null
}

export interface RecallFacts {
  readonly recall: Recall
  readonly maker: Address
  readonly complaints: number
  readonly progress: RecallProgress
  /** What is known of it before authorities. */
  readonly recorded: readonly { readonly jurisdiction: string; readonly level: Recall['classification'] | null }[]
  readonly consignees: readonly Consignee[]
  readonly products: readonly ProductFacts[]
  readonly numbers: readonly CoveredNumber[]
  readonly manufactured: DaySpan
  readonly expiring: DaySpan
}

/** A notice's own facts; what it lists is read by pages (recalls/read-progress.ts). */
type NoticeFacts = Omit<Consignee, 'quantity' | 'returned' | 'corrected'> & { readonly notice: string }

/** A recall in its maker's hands, with everybody whom a notice was sent to: as many rows as it has recipients. */
export const recallFacts = cypher<{ id: string }, Pick<RecallFacts, 'recall' | 'maker' | 'complaints' | 'recorded'> & { readonly consignees: readonly NoticeFacts[] }>()`
MATCH (recall:Recall {id: $in.id})
WHERE ${makersOwn}
MATCH (maker:Organization {id: recall.maker})
RETURN ${recallMap} AS recall, ${address(part`maker`)} AS maker,
  COUNT { (:AdverseEvent)-[:LED_TO]->(recall) } AS complaints,
  COLLECT { MATCH (standing:RecallAuthority {recall: recall.id}) RETURN standing {.jurisdiction, .level} } AS recorded,
  COLLECT {
    MATCH (notice:RecallNotice) WHERE notice.recall = recall.id AND notice.place > ''
    MATCH (organization:Organization {id: notice.organization})
    RETURN {notice: notice.id, issuedAt: notice.issuedAt, acknowledged: notice.acknowledgedAt IS NOT NULL, completed: notice.completedAt IS NOT NULL, itemCount: notice.itemCount, onHand: notice.quantityOnHand,
      party: CASE WHEN ${recipientNamed} THEN ${address(part`organization`)} ELSE {id: null, name: null, nameZh: null, country: organization.country, address: null, phone: null, srn: null} END}
    ORDER BY notice.place
  } AS consignees
`

export type CoveredFacts = Pick<RecallFacts, 'products' | 'numbers' | 'manufactured' | 'expiring'>

/** A page of what it covers, after a key. A device has the days of its lot where it has none of its own. `last` is null behind the last page. */
export const coveredFacts = cypher<{ recall: string; after: string; limit: number }, CoveredFacts & { last: string | null }>()`
CALL () {
  ${covered(part`> $in.after`)}
  RETURN covers.key AS place, thing ORDER BY covers.recall, covers.key LIMIT toInteger($in.limit)
}
WITH place, thing, head([(thing)-[:OF]->(product:Product) | product]) AS product, head([(thing)-[:FROM]->(lot:Batch) | lot]) AS lot
WITH place, product, {lotNumber: coalesce(thing.lotNumber, lot.lotNumber), serialNumber: thing.serialNumber} AS number,
  coalesce(thing.manufacturedOn, lot.manufacturedOn) AS made, coalesce(thing.expiresOn, lot.expiresOn) AS expires
WITH CASE WHEN count(*) = toInteger($in.limit) THEN max(place) END AS last, collect(DISTINCT product) AS found, collect(number) AS numbers,
  {from: min(made), to: max(made)} AS manufactured, {from: min(expires), to: max(expires)} AS expiring
RETURN last, numbers, manufactured, expiring, COLLECT { UNWIND found AS product RETURN ${productFacts} } AS products
`
