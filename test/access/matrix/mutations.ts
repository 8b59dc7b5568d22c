import type { Action } from '../../../server/access/may.ts'
import type { ThingName } from './things.ts'
import { lately } from '../../testkit/lately.ts'

/** A mutation, what it takes of the table of rights, a thing of somebody's that it would change, and the rest of its input. */
export interface MutationRow {
  readonly action: Action
  readonly thing: ThingName
  /** With the thing's code or id in place. */
  readonly input: (thing: string) => object
  /** Kept although the thing is another's: whoever has the goods in hand may say so. */
  readonly takesAnyones?: true
}

const at = lately('2026-11-20T08:00:00Z')
const day = lately('2026-11-20')
const signature = { password: 'no such password', meaning: 'I approve this.' }
const lines = (code: string): object[] => [{ code, quantity: 1 }]
const reason = 'matrix'

/** One row for every mutation; a test fails where the schema has one without. */
export const mutationRows: Readonly<Record<string, MutationRow>> = {
  confirmReceipt: { action: 'CONFIRM_RECEIPT', thing: 'polymer', input: (code) => ({ receivedAt: at, lines: lines(code) }), takesAnyones: true },
  reportSellThrough: { action: 'REPORT_SELL_THROUGH', thing: 'pump', input: (code) => ({ documentNumber: 'M-1', lines: [{ code, soldTo: 'JPPH', soldAt: at }] }) },
  recordUsage: { action: 'RECORD_USAGE', thing: 'pump', input: (code) => ({ code, usedAt: at, kind: 'PUT_INTO_SERVICE' }) },
  registerSupplierLot: { action: 'REGISTER_SUPPLIER_LOT', thing: 'material', input: (product) => ({ product, lotNumber: 'MATRIX', manufacturedOn: day, quantity: 1, unit: 'KGM' }) },
  reportShipment: { action: 'REPORT_SHIPMENT', thing: 'pump', input: (code) => ({ documentNumber: 'M-1', to: 'JPPH', at, lines: lines(code) }) },
  reportReturn: { action: 'REPORT_RETURN', thing: 'pump', input: (code) => ({ documentNumber: 'M-1', to: 'JPPH', at, lines: lines(code) }) },
  voidShipment: { action: 'VOID_SHIPMENT', thing: 'pump', input: (code) => ({ at, lines: lines(code) }) },
  reportInspection: { action: 'REPORT_INSPECTION', thing: 'pump', input: (code) => ({ result: 'CONFORMANT', at, lines: lines(code) }) },
  setQuarantine: { action: 'SET_QUARANTINE', thing: 'pump', input: (code) => ({ quarantined: true, at, lines: lines(code) }) },
  scrap: { action: 'SCRAP', thing: 'pump', input: (code) => ({ reason, at, lines: lines(code) }) },
  pack: { action: 'PACK', thing: 'pump', input: (code) => ({ sscc: '106999900070009900', at, lines: lines(code) }) },
  assignSscc: { action: 'PACK', thing: 'nothing', input: () => ({}) },
  unpack: { action: 'PACK', thing: 'carton', input: (sscc) => ({ sscc, at }) },
  sendLoanSet: { action: 'SEND_LOAN_SET', thing: 'pump', input: (code) => ({ sscc: '106999900070009917', to: 'JPPH', documentNumber: 'M-1', at, dueOn: '2099-01-01', lines: lines(code) }) },
  reportLoanSet: { action: 'REPORT_LOAN_SET', thing: 'loanSet', input: (loanSet) => ({ loanSet, at: new Date().toISOString(), lines: [{ code: 'no such code', outcome: 'RETURNED' }] }) },
  closeLoanSet: { action: 'CLOSE_LOAN_SET', thing: 'loanSet', input: (loanSet) => ({ loanSet }) },
  registerProduction: { action: 'REPORT_PRODUCTION', thing: 'material', input: (product) => ({ product, lotNumber: 'MATRIX', quantity: 1, unit: 'KGM', at }) },
  swapPart: { action: 'SWAP_PART', thing: 'pump', input: (device) => ({ device, installed: 'ML4-260311-9998', at }) },
  declareError: { action: 'DECLARE_ERROR', thing: 'event', input: (event) => ({ event, reason }) },
  clearFinding: { action: 'CLEAR_FINDING', thing: 'finding', input: (finding) => ({ finding, note: reason }) },
  assignFinding: { action: 'ASSIGN_FINDING', thing: 'finding', input: (finding) => ({ finding, assignee: null }) },
  openSignalTask: { action: 'HANDLE_ADVERSE_EVENT', thing: 'nothing', input: () => ({ kind: 'BATCH', thing: 'bat_nothing' }) },
  submitAdverseEvent: { action: 'SUBMIT_ADVERSE_EVENT', thing: 'pump', input: (code) => ({ code, occurredOn: day, awareOn: day, description: 'M', outcomes: ['NO_HARM'], reporter: { name: 'M', email: 'm@example.org' } }) },
  triageAdverseEvent: { action: 'HANDLE_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, priority: 'HIGH' }) },
  codeAdverseEvent: { action: 'HANDLE_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, deviceProblemCodes: [] }) },
  assessAdverseEvent: { action: 'HANDLE_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, assessment: reason }) },
  askReporter: { action: 'HANDLE_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, question: reason }) },
  answerReporterRequest: { action: 'SUBMIT_ADVERSE_EVENT', thing: 'request', input: (request) => ({ request, answer: reason }) },
  concludeAdverseEvent: { action: 'HANDLE_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, conclusion: reason }) },
  reopenAdverseEvent: { action: 'HANDLE_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, reason }) },
  recordFiledReport: { action: 'SUBMIT_ADVERSE_EVENT', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, filedOn: at, reference: 'M', rule: 'CN-HARM' }) },
  recordFiling: { action: 'RECORD_FILING', thing: 'adverseEvent', input: (subject) => ({ subject, form: 'FDA_3500A', authority: 'FDA', filedOn: at, number: 'M' }) },
  reviseClockRule: { action: 'REVISE_CLOCK_RULE', thing: 'nothing', input: () => ({ rule: 'EU_15_DAYS', limit: 30, unit: 'DAYS', source: reason, verified: false, validFrom: '2099-01-01', reason, signature }) },
  eraseReporter: { action: 'ERASE_PERSON', thing: 'adverseEvent', input: (adverseEvent) => ({ adverseEvent, reason }) },
  eraseWords: { action: 'ERASE_PERSON', thing: 'loanSet', input: (subject) => ({ subject, reason }) },
  openServiceTicket: { action: 'OPEN_SERVICE_TICKET', thing: 'pump', input: (code) => ({ code, kind: 'REPAIR', summary: 'M' }) },
  advanceServiceTicket: { action: 'HANDLE_SERVICE_TICKET', thing: 'ticket', input: (ticket) => ({ ticket, step: 'START' }) },
  assignServiceTicket: { action: 'HANDLE_SERVICE_TICKET', thing: 'ticket', input: (ticket) => ({ ticket, assignee: 'M' }) },
  noteServiceTicket: { action: 'OPEN_SERVICE_TICKET', thing: 'ticket', input: (ticket) => ({ ticket, text: reason }) },
  setServicePlan: { action: 'SET_SERVICE_PLAN', thing: 'material', input: (product) => ({ product, maintenanceMonths: 12, calibrationMonths: 24 }) },
  recordMeasurement: { action: 'HANDLE_SERVICE_TICKET', thing: 'ticket', input: (ticket) => ({ ticket, quantity: 'flow', unit: 'MLT', value: 1 }) },
  draftRecall: { action: 'DRAFT_RECALL', thing: 'polymer', input: (code) => ({ title: 'M', reason, classification: 'II', actions: ['STOP_USE'], scope: { batches: [code] } }) },
  submitRecallForReview: { action: 'DRAFT_RECALL', thing: 'draft', input: (recall) => ({ recall }) },
  returnRecallToDraft: { action: 'REVIEW_RECALL', thing: 'draft', input: (recall) => ({ recall, reason }) },
  cancelRecall: { action: 'DRAFT_RECALL', thing: 'draft', input: (recall) => ({ recall, reason }) },
  approveRecall: { action: 'APPROVE_RECALL', thing: 'draft', input: (recall) => ({ recall, signature }) },
  amendRecall: { action: 'APPROVE_RECALL', thing: 'recall', input: (recall) => ({ recall, reason, signature, scope: { batches: ['(01)06972145030560(10)2608B04'] } }) },
  closeRecall: { action: 'CLOSE_RECALL', thing: 'recall', input: (recall) => ({ recall, signature, conclusion: reason }) },
  terminateRecall: { action: 'CLOSE_RECALL', thing: 'recall', input: (recall) => ({ recall, authority: 'NMPA', authorityReference: 'M' }) },
  recordRecallAuthority: { action: 'RECORD_FILING', thing: 'recall', input: (recall) => ({ recall, jurisdiction: 'CN', level: 'II' }) },
  recordRecallReport: { action: 'RECORD_FILING', thing: 'recall', input: (recall) => ({ recall, rule: 'CN_RECALL_PLAN', filedOn: at, reference: 'M' }) },
  holdDevices: { action: 'HOLD_DEVICES', thing: 'polymer', input: (code) => ({ reason, until: day, signature, scope: { batches: [code] } }) },
  liftHold: { action: 'HOLD_DEVICES', thing: 'hold', input: (hold) => ({ hold, reason }) },
  recordEffectivenessCheck: { action: 'CLOSE_RECALL', thing: 'notice', input: (notice) => ({ notice, effective: true, method: 'PHONE' }) },
  acknowledgeRecallNotice: { action: 'ACKNOWLEDGE_RECALL_NOTICE', thing: 'notice', input: (notice) => ({ notice }) },
  respondToRecallNotice: { action: 'RESPOND_TO_RECALL_NOTICE', thing: 'notice', input: (notice) => ({ notice, dispositions: [], noneHeld: true }) },
  setRecallPolicy: { action: 'SET_RECALL_POLICY', thing: 'nothing', input: () => ({}) },
  invitePerson: { action: 'MANAGE_PEOPLE', thing: 'nothing', input: () => ({ email: 'not an address', name: '', roles: [], username: '' }) },
  changePerson: { action: 'MANAGE_PEOPLE', thing: 'person', input: (person) => ({ person, active: false, roles: [], reason }) },
  erasePerson: { action: 'ERASE_PERSON', thing: 'person', input: (person) => ({ person, reason }) },
  createOrganization: { action: 'MANAGE_ORGANIZATIONS', thing: 'nothing', input: () => ({ code: '-', name: 'M', kinds: ['HOSPITAL'], country: 'CN' }) },
  changeOrganization: { action: 'EDIT_ORGANIZATION', thing: 'organization', input: (organization) => ({ organization, name: 'M', reason }) },
  setOrganizationActive: { action: 'MANAGE_ORGANIZATIONS', thing: 'organization', input: (organization) => ({ organization, active: false, reason }) },
  inviteAdministrator: { action: 'MANAGE_ORGANIZATIONS', thing: 'organization', input: (organization) => ({ organization, username: 'matrix', name: 'M', email: 'm@example.org' }) },
  addSite: { action: 'EDIT_ORGANIZATION', thing: 'organization', input: (organization) => ({ organization, place: 'M', name: 'M' }) },
  changeSite: { action: 'EDIT_ORGANIZATION', thing: 'site', input: (site) => ({ site, name: 'M', reason }) },
  createClient: { action: 'MANAGE_CLIENTS', thing: 'nothing', input: () => ({ name: '', roles: [] }) },
  rotateClientSecret: { action: 'MANAGE_CLIENTS', thing: 'client', input: (client) => ({ client }) },
  changeClient: { action: 'MANAGE_CLIENTS', thing: 'client', input: (client) => ({ client, active: false, roles: [], reason }) },
  createWebhook: { action: 'MANAGE_WEBHOOKS', thing: 'nothing', input: () => ({ url: 'no address' }) },
  changeWebhook: { action: 'MANAGE_WEBHOOKS', thing: 'webhook', input: (webhook) => ({ webhook, url: 'http://127.0.0.1:9', enabled: false }) },
  rotateWebhookSecret: { action: 'MANAGE_WEBHOOKS', thing: 'webhook', input: (webhook) => ({ webhook }) },
  testWebhook: { action: 'MANAGE_WEBHOOKS', thing: 'webhook', input: (webhook) => ({ webhook }) },
  replayDelivery: { action: 'MANAGE_WEBHOOKS', thing: 'delivery', input: (delivery) => ({ delivery }) },
  readMessages: { action: 'READ_MESSAGES', thing: 'nothing', input: () => ({ messages: [] }) },
  setMailPreference: { action: 'READ_MESSAGES', thing: 'nothing', input: () => ({ mail: true }) },
  logPhoneCall: { action: 'LOG_PHONE_CALL', thing: 'notice', input: (notice) => ({ notice, calledAt: at, spokeWith: 'M', said: reason, reached: false }) },
  eraseCallContact: { action: 'ERASE_PERSON', thing: 'nothing', input: () => ({ call: 'tel_nothing', reason }) },
  createShare: { action: 'MANAGE_SHARES', thing: 'pump', input: (subject) => ({ kind: 'SERIAL', subject, recipient: 'M', expiresAt: new Date(Date.now() + 3_600_000).toISOString() }) },
  revokeShare: { action: 'MANAGE_SHARES', thing: 'share', input: (share) => ({ share, reason }) },
  beginSecondFactor: { action: 'SET_SECOND_FACTOR', thing: 'nothing', input: () => ({ password: 'no' }) },
  confirmSecondFactor: { action: 'SET_SECOND_FACTOR', thing: 'nothing', input: () => ({ oneTimeCode: '000000' }) },
  renewRecoveryCodes: { action: 'RENEW_RECOVERY_CODES', thing: 'nothing', input: () => ({ oneTimeCode: '000000' }) },
  removeSecondFactor: { action: 'REMOVE_SECOND_FACTOR', thing: 'nothing', input: () => ({ password: 'no' }) },
  endSession: { action: 'END_SESSION', thing: 'session', input: (session) => ({ session }) },
}
