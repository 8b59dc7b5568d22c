import { unnamedTo } from '../../access/unnamed.ts'
import { cypher, part, type Part } from '../../kernel/cypher.ts'
import type { NoticeFacts } from '../recalls/notice.rules.ts'

/**
 * What each kind of share shows. Every statement begins at the share and shows only a thing whose maker gave it: these
 * are all that an opened link can reach, whatever the rest of the hub shows to whom.
 */
type OfShare = { readonly share: string }

export interface SharedNotice extends NoticeFacts {
  readonly recipient: { readonly name: string | null; readonly nameZh: string | null; readonly kinds: readonly string[]; readonly country: string | null }
  readonly issuedAt: string
  readonly itemCount: number
  readonly outstandingCount: number
}

/** Who may not be named to the maker is not named by it either. */
const party = (organization: Part): Part => part`CASE WHEN ${organization} IS NULL THEN null
  WHEN ${unnamedTo(organization, part`share.organization`)} THEN {name: null, nameZh: null, kinds: ${organization}.kinds, country: ${organization}.country}
  ELSE ${organization} {.name, .nameZh, .kinds, .country} END`

const recipient = part`head(COLLECT { MATCH (organization:Organization {id: notice.organization}) RETURN ${party(part`organization`)} })`

export const sharedRecall = cypher<OfShare, { recall: object; notices: SharedNotice[] }>()`
MATCH (share:Share {id: $in.share})
MATCH (recall:Recall {id: share.subject}) WHERE recall.maker = share.organization
RETURN recall {.reference, .title, .titleZh, .reason, .reasonZh, .riskStatement, .riskStatementZh, .status, .classification, .drill, .approvedAt, .respondBy, .closedAt, .conclusion, .authorityReference, .estimatedCompletion,
    .serialCount, .unitCount, .goneSerials, actions: coalesce(recall.actions, []), batchCount: COUNT { (recall)-[:COVERS]->(:Batch) }} AS recall,
  COLLECT {
    MATCH (notice:RecallNotice)
    WHERE notice.recall = recall.id AND notice.place > ''
    RETURN notice {.issuedAt, .acknowledgedAt, .respondedAt, .completedAt, .respondBy, .itemCount, .outstandingCount, recipient: ${recipient}} ORDER BY notice.place
  } AS notices
`

export const sharedCase = cypher<OfShare, { adverseEvent: object }>()`
MATCH (share:Share {id: $in.share})
MATCH (case:AdverseEvent {id: share.subject}) WHERE case.maker = share.organization
OPTIONAL MATCH (product:Product {id: case.product})
OPTIONAL MATCH (lot:Batch {id: case.lot})
OPTIONAL MATCH (device:Serial {id: case.device})
RETURN case {.caseNumber, .status, .receivedAt, .occurredOn, .occurredUntil, .occurredIn, .awareOn, .description, .deviceDescription, .code, .outcomes, .couldHaveCausedHarm, .publicThreat, .remedialAction,
  .deviceProblemCodes, .clinicalSignCodes, .healthImpactCodes, .componentCodes, .investigationCodes, .findingCodes, .conclusionCodes, .assessment, .conclusion, .concludedAt,
  product: product {.di, .name, .nameZh, .model}, lotNumber: lot.lotNumber, serialNumber: device.serialNumber,
  filed: COLLECT { MATCH (case)<-[:FILES]-(report:FiledReport {organization: share.organization}) RETURN report {.rule, .filedOn, .reference} ORDER BY report.filedOn }} AS adverseEvent
`

/** Each event once, the newest first, with who took part: the maker vouches for what it has been told. */
const events = part`COLLECT {
  MATCH (thing)<-[:CONCERNS]-(event:Event) RETURN event
  UNION
  MATCH (thing)<-[packs:PACKS*1..3]-(:LogisticUnit)<-[:CONCERNS]-(event:Event)
  WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
  RETURN event
}`

const shownEvents = part`COLLECT {
  UNWIND ${events} AS event
  OPTIONAL MATCH (event)-[:FROM_PARTY]->(from:Organization)
  OPTIONAL MATCH (event)-[:TO_PARTY]->(to:Organization)
  OPTIONAL MATCH (event)-[:AT]->(site:Site)<-[:OPERATES]-(operator:Organization)
  WITH event, from, to, site, ${unnamedTo(part`operator`, part`share.organization`)} AS hidden ORDER BY event.eventTime DESC, event.id DESC
  RETURN event {.id, .type, .bizStep, .disposition, .eventTime, .timeZoneOffset, .errorDeclaredAt, .errorReason,
    documentNumber: CASE WHEN NOT (hidden OR ${unnamedTo(part`from`, part`share.organization`)} OR ${unnamedTo(part`to`, part`share.organization`)}) THEN event.documentNumber END,
    from: ${party(part`from`)}, to: ${party(part`to`)}, site: CASE WHEN site IS NOT NULL AND NOT hidden THEN site {.name, .nameZh} END}
}`

const productFacts = part`product {.di, .name, .nameZh, .model, registrations: COLLECT { MATCH (product)-[:REGISTERED]->(registration:Registration) RETURN registration.number ORDER BY registration.number }}`

export const sharedSerial = cypher<OfShare, { thing: object; events: object[] }>()`
MATCH (share:Share {id: $in.share})
MATCH (thing:Serial {id: share.subject})-[:OF]->(product:Product) WHERE product.maker = share.organization
OPTIONAL MATCH (thing)-[:FROM]->(lot:Batch)
RETURN thing {.udi, .serialNumber, lotNumber: lot.lotNumber, .manufacturedOn, .expiresOn, .status, product: ${productFacts}} AS thing, ${shownEvents} AS events
`

export const sharedBatch = cypher<OfShare, { thing: object; events: object[] }>()`
MATCH (share:Share {id: $in.share})
MATCH (thing:Batch {id: share.subject})-[:OF]->(product:Product) WHERE product.maker = share.organization
RETURN thing {.udi, .lotNumber, .manufacturedOn, .expiresOn, .serialCount, .quantity, .unit, product: ${productFacts}} AS thing, ${shownEvents} AS events
`
