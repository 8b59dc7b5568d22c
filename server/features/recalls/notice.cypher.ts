import { partyWhere } from '../../access/masked.ts'
import { unnamed, unnamedOnRecall } from '../../access/unnamed.ts'
import { lastPossession, seesNow } from '../../access/visible.ts'
import { recalledNow } from '../../access/blocked.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import { productMap, type ProductRow } from '../catalog/product.cypher.ts'
import type { Item } from '../custody/item.type.ts'
import type { Party } from '../partners/party.type.ts'
import { siteMap } from '../partners/organization.cypher.ts'
import type { NoticeFacts } from './notice.rules.ts'
import type { NoticeLine } from './notice-line.type.ts'
import type { EffectivenessCheck, RecallResponse } from './notice.type.ts'

/** A notice as it is stored; what its dates mean at this moment is told by the rules. */
export interface NoticeRow extends NoticeFacts {
  readonly id: string
  readonly recallId: string
  readonly recipient: Party
  readonly roles: string[]
  readonly issuedAt: string
  readonly itemCount: number
  readonly outstandingCount: number
  readonly noneHeld: boolean | null
  readonly quantityOnHand: number | null
  readonly outsideNumbers: string[]
  readonly answerable: boolean
  readonly late: boolean
  readonly drill: boolean
}

/** For its recipient, and for the maker. A drill's is the maker's alone. */
export const shownNotice = (notice: Part): Part => part`((${notice}.organization = $viewer.organization AND NOT ${notice}.drill) OR ($viewer.internal AND ${notice}.maker = $viewer.organization))`
export const noticeShown = shownNotice(part`notice`)

/** Over `notice` and its recipient `organization`: whether the maker may read who it is. ON_RECALL tells it while the signed recall runs. */
export const recipientNamed = part`CASE WHEN NOT ${unnamed(part`organization`)} THEN true WHEN notice.drill OR ${unnamedOnRecall(part`organization`)} THEN false
  ELSE EXISTS { (:Recall {id: notice.recall, status: 'ONGOING'}) } END`

/** A notice is answered by its recipient; in a drill the maker plays the recipients. */
export const answerable = part`((notice.organization = $viewer.organization AND NOT notice.drill) OR (notice.drill AND $viewer.internal AND notice.maker = $viewer.organization))`

const mayName = part`(notice.organization = $viewer.organization OR EXISTS { MATCH (organization:Organization {id: notice.organization}) WHERE ${recipientNamed} })`

export const noticeMap = part`notice {.id, .issuedAt, .acknowledgedAt, .respondedAt, .completedAt, .respondBy, .itemCount, .outstandingCount, .noneHeld, .quantityOnHand, .roles,
  outsideNumbers: CASE WHEN notice.organization = $viewer.organization THEN coalesce(notice.outsideNumbers, []) ELSE [] END, answerable: ${answerable}, recallId: notice.recall, late: coalesce(notice.late, false), drill: coalesce(notice.drill, false),
  recipient: head(COLLECT { MATCH (organization:Organization {id: notice.organization}) RETURN ${partyWhere(part`organization`, recipientNamed)} })}`

/** Under the hub's number, an authority's, or one of a notice by another way that its recipient has named. */
const isNumbered = part`($in.number = '' OR $in.number IN coalesce(notice.outsideNumbers, []) OR EXISTS {
  MATCH (recall:Recall {id: notice.recall})
  WHERE toUpper(recall.reference) = $in.number OR EXISTS { MATCH (standing:RecallAuthority {recall: recall.id}) WHERE toUpper(standing.reference) = $in.number } })`

const isOpen = part`(NOT $in.open OR notice.completedAt IS NULL AND notice.outstandingCount > 0)`

interface NoticePage {
  readonly open: boolean
  readonly after: string
  readonly limit: number
}

/** What the viewer's organization was told, the newest first. Drills are not told. */
export const ownNotices = cypher<NoticePage & { number: string }, { place: string; notice: NoticeRow }>()`
MATCH (notice:RecallNotice)
WHERE notice.organization = $viewer.organization AND notice.place < CASE $in.after WHEN '' THEN '~' ELSE $in.after END AND NOT notice.drill AND ${isOpen} AND ${isNumbered}
WITH notice ORDER BY notice.place DESC LIMIT toInteger($in.limit)
RETURN notice.place AS place, ${noticeMap} AS notice ORDER BY place DESC
`

export const ownNoticeCount = cypher<{ open: boolean; number: string }, { total: number }>()`
MATCH (notice:RecallNotice)
WHERE notice.organization = $viewer.organization AND notice.place > '' AND NOT notice.drill AND ${isOpen} AND ${isNumbered}
RETURN count(*) AS total
`

/** All notices of a recall that the viewer may know of: the maker's are many, a partner's is its own. A page begins after a notice by its id, since its place names its recipient. */
export const noticesOfRecalls = cypher<{ ids: readonly string[]; open: boolean; after: string; limit: number }, { recall: string; totalCount: number; notices: { place: string; notice: NoticeRow }[] }>()`
WITH coalesce(head(COLLECT { MATCH (last:RecallNotice {id: $in.after}) RETURN last.place }), '') AS after
UNWIND $in.ids AS id
RETURN id AS recall,
  COUNT { MATCH (notice:RecallNotice) WHERE notice.recall = id AND notice.place > '' AND ${noticeShown} AND ${isOpen} } AS totalCount,
  COLLECT {
    MATCH (notice:RecallNotice)
    WHERE notice.recall = id AND notice.place > after AND ${noticeShown} AND ${isOpen}
    WITH notice ORDER BY notice.place LIMIT toInteger($in.limit)
    RETURN {place: notice.id, notice: ${noticeMap}}
  } AS notices
`

export const noticesById = cypher<{ ids: readonly string[] }, { notice: NoticeRow }>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
WHERE ${noticeShown}
RETURN ${noticeMap} AS notice
`

export type NoticeItem = Omit<Item, 'product'> & { product: ProductRow; onNotice: NoticeLine }

/** Each event of a use by the recipient that names its procedure; no other viewer has a row. */
const procedures = (thing: Part): Part => part`CASE WHEN notice.organization <> $viewer.organization THEN [] ELSE COLLECT {
    MATCH (${thing})<-[concerns:CONCERNS]-(event:Event)
    WHERE event.procedureReference IS NOT NULL AND event.errorDeclaredAt IS NULL AND EXISTS { (event)-[:REPORTED_BY]->(:Organization {id: $viewer.organization}) }
    RETURN {procedureReference: event.procedureReference, usedAt: event.eventTime, quantity: {value: coalesce(concerns.quantity, 1.0), unit: coalesce(concerns.unit, 'EA')}} ORDER BY event.eventTime, event.id
  } END`

const facts = (thing: Part, places: Part): Part => part`disposition: item.dispositions[0], holder: null, onNotice: {role: item.role, places: ${places}, procedures: ${procedures(thing)},
    answers: [index IN range(0, size(coalesce(item.dispositions, [])) - 1) | {disposition: item.dispositions[index], quantity: {value: item.amounts[index], unit: coalesce(item.unit, 'EA')}}]}`

/** A former holder sees a device as it was when its possession ended. */
const serialItem = part`serial {.id, .udi, .serialNumber, .expiresOn, lotNumber: lot.lotNumber, quantity: {value: 1.0, unit: 'EA'}, heldSince: null,
  status: coalesce(CASE WHEN ${seesNow} THEN serial.status ELSE past.status END, serial.status),
  holds: coalesce(CASE WHEN ${seesNow} THEN serial.holds ELSE past.holds END, []) + CASE WHEN ${recalledNow(part`serial`)} THEN ['RECALLED'] ELSE [] END,
  site: CASE WHEN site IS NOT NULL THEN ${siteMap} END, product: ${productMap},
  ${facts(part`serial`, part`CASE WHEN site IS NULL THEN [] ELSE [{site: ${siteMap}, quantity: {value: 1.0, unit: 'EA'}}] END`)}}`

const lotItem = part`batch {.id, .udi, .lotNumber, .expiresOn, serialNumber: null, heldSince: null, status: CASE item.role WHEN 'USER' THEN 'CONSUMED' ELSE 'IN_STOCK' END,
  quantity: {value: coalesce(item.quantity, 0.0), unit: coalesce(item.unit, 'EA')}, holds: coalesce(batch.holds, []) + CASE WHEN ${recalledNow(part`batch`)} THEN ['RECALLED'] ELSE [] END,
  site: CASE WHEN size(places) = 1 THEN places[0].site END, product: ${productMap}, ${facts(part`batch`, part`places`)}}`

/** Who is asked for an answer; an owner is told, and a former holder forwards. */
export const answering = part`['HOLDER', 'USER', 'RECIPIENT', 'FOUND']`

/** Nothing is answered, or not of all units of a lot. */
export const unanswered = part`(item.dispositions IS NULL OR item.quantity IS NOT NULL AND reduce(sum = 0.0, amount IN item.amounts | sum + amount) < item.quantity)`

/** Whose list it is: the recipient's own, or the maker's where it may know the recipient. */
const itemsShown = part`${noticeShown} AND ${mayName}`

/** A page of each notice's devices by product and number, with the recipient's own place of each (ward). */
export const itemsOfNotices = cypher<{ ids: readonly string[]; open: boolean; after: string; limit: number }, { notice: string; totalCount: number; items: { place: string; item: NoticeItem }[] }>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
WHERE ${noticeShown}
RETURN id AS notice, CASE WHEN $in.open THEN notice.outstandingCount ELSE notice.itemCount END AS totalCount, COLLECT {
  MATCH ()-[item:LISTS]->(thing)
  USING INDEX item:LISTS(notice, key)
  WHERE item.notice = notice.id AND item.key > $in.after AND ${itemsShown} AND (NOT $in.open OR item.role IN ${answering} AND ${unanswered})
  WITH notice, item, thing, item.key AS place ORDER BY item.notice, item.key LIMIT toInteger($in.limit)
  MATCH (thing)-[:OF]->(product:Product)
  CALL (notice, item, thing, product) {
    WITH notice, item, product, thing AS serial WHERE thing:Serial
    WITH *, ${lastPossession} AS past
    OPTIONAL MATCH (serial)-[:FROM]->(lot:Batch)
    OPTIONAL MATCH (serial)-[:STORED_AT|USED_AT]->(site:Site {organization: notice.organization})
    RETURN ${serialItem} AS shown
    UNION ALL
    WITH notice, item, product, thing AS batch WHERE thing:Batch
    WITH notice, item, product, batch, COLLECT {
      MATCH (batch)-[cell:STOCKED_AT]->(site:Site {organization: notice.organization}) WHERE cell.quantity > 0
      WITH site, sum(cell.quantity) AS quantity, head(collect(cell.unit)) AS unit ORDER BY site.code
      RETURN {site: ${siteMap}, quantity: {value: quantity, unit: coalesce(unit, 'EA')}}
    } AS places
    RETURN ${lotItem} AS shown
  }
  RETURN {place: place, item: shown} ORDER BY place
} AS items
`

export const responsesOfNotices = cypher<{ ids: readonly string[] }, { notice: string; responses: (Omit<RecallResponse, 'lines'> & { lines: string })[] }>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
WHERE ${noticeShown}
RETURN id AS notice, COLLECT {
  MATCH (notice)<-[:ANSWERS]-(response:RecallResponse)
  RETURN response {.id, .at, .noneHeld, .completed, .quantityOnHand, .comment, lines: CASE WHEN ${mayName} THEN response.lines ELSE '[]' END} ORDER BY response.at DESC, response.id
} AS responses
`

export const checksOfNotices = cypher<{ ids: readonly string[] }, { notice: string; checks: EffectivenessCheck[] }>()`
UNWIND $in.ids AS id
MATCH (notice:RecallNotice {id: id})
WHERE $viewer.internal AND notice.maker = $viewer.organization
RETURN id AS notice, COLLECT {
  MATCH (notice)<-[:CHECKS]-(check:EffectivenessCheck)
  RETURN check {.id, .at, .method, .effective, .note} ORDER BY check.at DESC, check.id
} AS checks
`
