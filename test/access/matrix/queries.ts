import type { ThingName } from './things.ts'

/** How a query of the schema is put to the test. */
export type Row =
  /** Asked for one thing: strangers get, by as many statements, what they get for nothing at all. */
  | { readonly asks: 'thing'; readonly query: string; readonly things: readonly ThingName[] }
  /** A list without a subject: no text of it is another's. */
  | { readonly asks: 'list'; readonly query: string }
  /** The same for everybody who is signed in, from no partner's data. */
  | { readonly asks: 'public'; readonly query: string }

const page = '{ totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } }'
const timeline = 'timeline { totalCount edges { node { id bizStep eventTime site { id } from { id name } to { id name } documents { id title } acceptance { id remark } } } }'
const serial = `{ id serialNumber status holds holder { id name } batch { id lotNumber } parts { position serial { id } batch { id } } documents { id } recalls { id } tickets ${page} ${timeline} }`
const batch = `{ id lotNumber quantity { value } serialCount stock { organization { id name } site { id } quantity { value } } documents { id } recalls { id } ${timeline} }`
const item = '{ totalCount edges { cursor node { udi serialNumber lotNumber status holds site { id name } holder { id name } } } }'
const notice = `{ id status itemCount outstandingCount recipient { id name } recall { id reference title } items ${item} responses { id } checks { id } }`
const recall = `{ id reference title reason status drill scope { batchCount serialCount countries } progress { noticeCount serialCount } authorities { jurisdiction reference clocks { rule } } notices { totalCount edges { node { id recipient { id name } } } } }`
const code = 'query ($code: String!)'
const id = 'query ($code: ID!)'
const everything = ['pump', 'stents', 'polymer', 'material', 'carton'] as const

/** One row for every query; a test fails where the schema has one without. */
export const queryRows: Readonly<Record<string, Row>> = {
  serial: { asks: 'thing', query: `${code} { serial(code: $code) ${serial} }`, things: ['pump'] },
  batch: { asks: 'thing', query: `${code} { batch(code: $code) ${batch} }`, things: ['stents', 'polymer'] },
  product: { asks: 'thing', query: `${code} { product(code: $code) { id name manufacturer { id name } documents { id } batches ${page} } }`, things: ['material'] },
  logisticUnit: { asks: 'thing', query: `${code} { logisticUnit(code: $code) { id sscc contents { totalCount edges { node { id serialNumber lotNumber } } } } }`, things: ['carton'] },
  loanSet: { asks: 'thing', query: `${code} { loanSet(code: $code) { id documentNumber lender { id } borrower { id } lines { id serialNumber lotNumber } } }`, things: ['loanSet'] },
  genealogy: { asks: 'thing', query: `${code} { genealogy(code: $code, direction: BOTH) { root totalNodes nodes { id label } edges { from to } } }`, things: ['pump', 'polymer'] },
  lookup: { asks: 'thing', query: `${code} { lookup(code: $code) { verdict product { id } batch { id } serial { id } recalls { id } stock { site { id } } logisticUnit { id } candidates { id } } }`, things: ['material'] },
  serials: { asks: 'thing', query: `${code} { serials(search: $code) ${page} }`, things: ['pumpNumber'] },
  batches: { asks: 'thing', query: `${code} { batches(search: $code) ${page} }`, things: ['polymer'] },
  products: { asks: 'thing', query: `${code} { products(search: $code) ${page} }`, things: ['material'] },
  recallScope: { asks: 'thing', query: `${code} { recallScope(input: {materialLots: [$code]}) { batchCount serialCount countries holders { organization { id name } serialCount } } }`, things: ['polymer'] },
  node: { asks: 'thing', query: `${id} { node(id: $code) { __typename id } }`, things: [...everything, 'loanSet', 'adverseEvent', 'ticket', 'recall', 'notice', 'draft'] },
  adverseEvent: { asks: 'thing', query: `${id} { adverseEvent(id: $code) { id caseNumber description } }`, things: ['adverseEvent'] },
  authorityReport: { asks: 'thing', query: `${id} { authorityReport(subject: $code, form: FDA_3500A) { missing blocks { fields { number value } } } }`, things: ['adverseEvent'] },
  filings: { asks: 'thing', query: `${id} { filings(subject: $code) { id number } }`, things: ['adverseEvent'] },
  serviceTicket: { asks: 'thing', query: `${id} { serviceTicket(id: $code) { id reference } }`, things: ['ticket'] },
  recall: { asks: 'thing', query: `${id} { recall(id: $code) ${recall} }`, things: ['recall', 'draft'] },
  recallNotice: { asks: 'thing', query: `${id} { recallNotice(id: $code) ${notice} }`, things: ['notice'] },
  auditTrail: { asks: 'thing', query: `${id} { auditTrail(subject: $code) { totalCount edges { node { action actor { name } changes { field before after } } } } }`, things: ['adverseEvent', 'ticket', 'draft'] },
  organizations: { asks: 'list', query: `{ organizations(first: 200) ${page} }` },
  organization: { asks: 'thing', query: `${id} { organization(id: $code) { id name sites { id } } }`, things: ['supplier'] },
  inventory: { asks: 'list', query: `{ inventory(first: 500) ${item} }` },
  incomingShipments: { asks: 'list', query: '{ incomingShipments { id documentNumber moreFollow from { id name } lines { id code serialNumber lotNumber sscc quantity { value } } } }' },
  outgoingShipments: { asks: 'list', query: '{ outgoingShipments { id documentNumber moreFollow to { id name } lines { id code serialNumber lotNumber sscc quantity { value } } } }' },
  acceptanceChecks: { asks: 'list', query: '{ acceptanceChecks { totalCount edges { cursor node { id documentNumber remark suppliers { id name } products { di name } } } } }' },
  loanSets: { asks: 'list', query: '{ loanSets { totalCount edges { node { id documentNumber lender { id name } borrower { id name } logisticUnit { id sscc } lines { id code serialNumber lotNumber sent out } } } } }' },
  inventorySites: { asks: 'list', query: '{ inventorySites { site { id name } } }' },
  recalls: { asks: 'list', query: `{ recalls { totalCount edges { node ${recall} } } }` },
  recallCounts: { asks: 'list', query: '{ recallCounts { status count } }' },
  recallNotices: { asks: 'list', query: `{ recallNotices { totalCount edges { node ${notice} } } }` },
  recallPolicy: { asks: 'list', query: '{ recallPolicy { customerNames recallsByTwo } }' },
  qualityHolds: { asks: 'list', query: '{ qualityHolds { totalCount edges { node { id reason } } } }' },
  adverseEvents: { asks: 'list', query: '{ adverseEvents { totalCount edges { node { id caseNumber description } } } }' },
  serviceTickets: { asks: 'list', query: '{ serviceTickets { totalCount edges { node { id reference } } } }' },
  servicesDue: { asks: 'list', query: '{ servicesDue(within: 3650) { totalCount edges { node { kind dueOn serial { id serialNumber } } } } }' },
  auditRecords: { asks: 'list', query: '{ auditRecords { totalCount edges { node { action actor { name } changes { field before after } } } } }' },
  clients: { asks: 'list', query: '{ clients { totalCount edges { node { id clientId name roles } } } }' },
  shares: { asks: 'list', query: '{ shares { id label recipient } }' },
  webhooks: { asks: 'list', query: '{ webhooks { id url description deliveries { totalCount edges { node { id subject } } } } }' },
  messages: { asks: 'list', query: '{ messages(first: 100) { totalCount edges { node { id type subject reference title } } } }' },
  unreadMessages: { asks: 'list', query: '{ unreadMessages }' },
  mailPreference: { asks: 'list', query: '{ mailPreference }' },
  people: { asks: 'list', query: '{ people { totalCount edges { node { id name roles } } } }' },
  secondFactor: { asks: 'list', query: '{ secondFactor { active required recoveryCodes } }' },
  sessions: { asks: 'list', query: '{ sessions { id } }' },
  viewer: { asks: 'list', query: '{ viewer { id name organization { id name } roles } }' },
  findings: { asks: 'list', query: '{ findings { totalCount edges { node { id code } } } }' },
  clockRules: { asks: 'list', query: '{ clockRules { rule versions { id version reason signatures { signer } } } }' },
  signals: { asks: 'list', query: '{ signals { looks { kind looked } signals { kind thing name scopeCodes adverseEvents { id } task { id } } } }' },
  auditProof: { asks: 'thing', query: `${id} { auditProof(id: $code) }`, things: ['record'] },
  auditLog: { asks: 'public', query: '{ auditLog { __typename } }' },
  auditConsistency: { asks: 'public', query: '{ auditConsistency(before: 0, size: 0) }' },
  imdrfTerms: { asks: 'public', query: '{ imdrfTerms(annex: "A", search: "break", first: 3) { code } }' },
  patientIdentityWarnings: { asks: 'public', query: '{ patientIdentityWarnings(text: "nothing") { __typename } }' },
  demoTour: { asks: 'public', query: '{ demoTour { code } }' },
  demoViewers: { asks: 'public', query: '{ demoViewers { key } }' },
}
