/** What a pack asks the API, kind by kind. Lists of any length come by pages of `first`. */

const party = 'id name nameZh kinds country'
const site = 'id code name nameZh gln country'
const document = `id kind title titleZh sha256 mediaType size issuedOn issuer { ${party} }`
const product = `id di scheme kind name nameZh brand model catalogNumber basicUdiDi riskClass gmdnCode gmdnName manufacturer { id name nameZh country } registrations { number market validFrom validUntil holder }`
const recall = 'id reference title titleZh status classification drill approvedAt closedAt'
const ticket = `id reference kind status priority summary summaryZh description openedAt closedAt resolution decontamination capaNumber openedBy { ${party} } measurements { measuredAt quantity value unit lower upper passed }`
const acceptance = 'id at documentNumber temperature packagingIntact unexpired registrationValid supplierLicensed certificatePresent remark conditions'
const event = `id eventId type action bizStep disposition eventTime timeZoneOffset recordTime documentNumber procedureReference note noteZh errorDeclaredAt errorReason quantity { value unit } site { ${site} } from { ${party} } to { ${party} } documents { ${document} } acceptance { ${acceptance} }`
const page = 'pageInfo { hasNextPage endCursor }'
const serialFacts = `id udi serialNumber manufacturedOn expiresOn status holds heldSince holder { ${party} } site { ${site} } owner { ${party} } transit { since from { ${party} } to { ${party} } } usage { kind on organization { ${party} } site { ${site} } } product { ${product} }`
const batchFacts = `id udi lotNumber kind manufacturedOn expiresOn holds serialCount quantity { value unit } madeBy { ${party} } suppliedBy { ${party} }`

export const serialQuery = `query ($id: ID!) { subject: node(id: $id) { ... on Serial {
  ${serialFacts} batch { ${batchFacts} documents { ${document} } } documents { ${document} } recalls { ${recall} }
  parts { position installedAt removedAt serial { id serialNumber udi product { name nameZh } } batch { id lotNumber udi product { name nameZh } } }
  logisticUnit { id kind sscc } tickets(first: 500) { edges { node { ${ticket} } } }
} } }`

export const batchQuery = `query ($id: ID!) { subject: node(id: $id) { ... on Batch {
  ${batchFacts} product { ${product} } documents { ${document} } recalls { ${recall} } stock { organization { ${party} } site { ${site} } quantity { value unit } }
} } }`

const clock = 'rule title titleZh jurisdiction recipient startsOn dueOn metOn state source verified'

const signature = `id signedAt act meaning hash signer signerZh organization { ${party} }`

export const recallQuery = `query ($id: ID!) { subject: recall(id: $id) {
  ${recall} reason reasonZh actions riskStatement riskStatementZh respondBy draftedAt estimatedCompletion conclusion authorityReference signatures { ${signature} }
  authorities { jurisdiction level levelRecorded authority reference decidedOn clocks { ${clock} } }
  scope { batchCount serialCount countries quantity { value unit } holders { organization { kinds country } serialCount quantity { value unit } } inTransit { from { kinds country } to { kinds country } serialCount } used { serialCount quantities { value unit } } }
  progress { noticeCount acknowledgedCount respondedCount serialCount unitCount accountedForCount accountedForUnits accountedForRate quantityOnHand quantityReturned quantityCorrected effectivenessChecks { made effective } estimatedCompletion minutesToScope minutesToNotify dispositions { disposition count } countries { country noticeCount respondedCount outstandingCount } }
} }`

/** Not who reported: the person is erasable, and a pack is not. */
export const caseQuery = `query ($id: ID!) { subject: adverseEvent(id: $id) {
  id caseNumber status receivedAt occurredOn occurredUntil awareOn code deviceDescription description outcomes couldHaveCausedHarm groupEvent deviceAvailable patientCount patientAgeYears patientSex patientWeightKg
  priority assessment publicThreat remedialAction conclusion concludedAt codingRelease codes { code term annex } concomitantCodes reportedBy { ${party} } manufacturer { ${party} }
  device { ${serialFacts} batch { ${batchFacts} documents { ${document} } } documents { ${document} } } batch { ${batchFacts} product { ${product} } documents { ${document} } }
  clocks { ${clock} } reports { id rule filedOn reference note } requests { id askedAt question answeredAt answer } attachments { ${document} }
  context { lots { id lotNumber productName productNameZh supplier { ${party} } } related { relation via adverseEvent { id caseNumber status occurredOn outcomes } } tickets { ${ticket} } recalls { ${recall} } }
} }`

export const timelineQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: node(id: $id) {
  ... on Serial { page: timeline(first: $first, after: $after) { edges { node { ${event} } } ${page} } }
  ... on Batch { page: timeline(first: $first, after: $after) { edges { node { ${event} } } ${page} } }
} }`

export const serialsOfBatchQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: node(id: $id) { ... on Batch {
  page: serials(first: $first, after: $after) { edges { node { id udi serialNumber manufacturedOn expiresOn status holds heldSince holder { ${party} } site { ${site} } usage { kind on } } } ${page} }
} } }`

const item = 'id udi lotNumber serialNumber expiresOn status holds disposition quantity { value unit } product { di name nameZh model }'

/** What the viewer's own organization filed, as it was frozen. */
export const filingsQuery = `query ($id: ID!) { subject: filings(subject: $id) {
  id form authority number filedOn recordedAt sha256 intact report { form title titleZh source asOf missing blocks { title titleZh fields { number label labelZh value missing verified note } } }
} }`

/** Who holds what is told by the notices, which keep a name that a distributor does not tell its maker. */

export const scopeQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: recall(id: $id) { scope { page: items(first: $first, after: $after) { edges { node { ${item} } } ${page} } } } }`

/** Not who was spoken to on the telephone, nor who called: both are erasable. */
export const noticesQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: recall(id: $id) { page: notices(first: $first, after: $after) { edges { node {
  id roles status issuedAt acknowledgedAt respondedAt respondBy itemCount outstandingCount noneHeld quantityOnHand late recipient { ${party} }
  responses { id at noneHeld completed quantityOnHand comment lines { code disposition quantity } } checks { id at method effective note } phoneTaskSince phoneCalls { id calledAt reached said }
} } ${page} } } }`

const noticeItem = `edges { node { ${item} site { ${site} } } } ${page}`

/** Notices with the first of what each lists: most list few, and so a page of them is one statement. */
export const noticesWithItemsQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: recall(id: $id) { page: notices(first: $first, after: $after) { edges { node {
  id recipient { ${party} } items(first: 500) { ${noticeItem} }
} } ${page} } } }`

export const noticeItemsQuery = `query ($id: ID!, $first: Int!, $after: String) { subject: recallNotice(id: $id) { page: items(first: $first, after: $after) { ${noticeItem} } } }`

/** What was signed of a recall: its scope, and each time that it was made longer. */
export const signedQuery = 'query ($id: ID!) { subject: recall(id: $id) { signatures { id act } } }'

/** The papers of one recalled lot or device. */
export const papersQuery = `query ($id: ID!) { subject: node(id: $id) {
  ... on Serial { documents { ${document} } batch { id documents { ${document} } } product { documents { ${document} } } }
  ... on Batch { id documents { ${document} } product { documents { ${document} } } }
} }`

export const productPapersQuery = `query ($id: ID!) { subject: node(id: $id) { ... on Product { documents { ${document} } } } }`

export const genealogyQuery = `query ($code: String!) { subject: genealogy(code: $code, direction: BOTH, depth: 12) {
  root totalNodes truncated nodes { id kind label title depth product { name nameZh } organization { ${party} } quantity { value unit } } edges { from to relation quantity { value unit } removedAt }
} }`

export const trailQuery = `query ($id: ID!, $first: Int!, $after: String) { page: auditTrail(subject: $id, first: $first, after: $after) { edges { node {
  id sequence at action outcome code count subject reason hash actor { id name nameZh nameState isSystem organization { ${party} } } changes { field before after erased }
} } ${page} } }`
