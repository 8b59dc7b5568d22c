import type { Viewer } from '../kernel/viewer.ts'
import { isRole, type Role, roles } from './roles.ts'

const hospital = ['HOSPITAL_USER', 'HOSPITAL_ADMIN'] as const
const distributor = ['DISTRIBUTOR_USER', 'DISTRIBUTOR_ADMIN'] as const
const supplier = ['SUPPLIER_USER', 'SUPPLIER_ADMIN'] as const
const quality = ['QUALITY', 'REGULATORY'] as const
/** Who minds an organization's own people, systems and data. */
const partnersAdmin = ['HOSPITAL_ADMIN', 'DISTRIBUTOR_ADMIN', 'SUPPLIER_ADMIN', 'CARRIER', 'SERVICE_PROVIDER'] as const

/**
 * Who may do what: the one table, read by every door before anything is changed. What an action concerns must also be
 * visible to the viewer (visible.ts). An action without a row does not compile; a role that is not named may not.
 */
export const may = {
  // Goods
  CONFIRM_RECEIPT: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'SERVICE', 'QUALITY', 'CARRIER', 'SERVICE_PROVIDER'],
  REPORT_SELL_THROUGH: [...distributor, 'SUPPLY', ...supplier],
  RECORD_USAGE: [...hospital, 'SERVICE', 'SERVICE_PROVIDER'],
  REGISTER_SUPPLIER_LOT: [...supplier, 'SUPPLY'],
  REPORT_SHIPMENT: [...distributor, ...hospital, ...supplier, 'SUPPLY'],
  REPORT_RETURN: [...distributor, ...hospital, 'SUPPLY', 'SERVICE'],
  VOID_SHIPMENT: [...distributor, ...hospital, ...supplier, 'SUPPLY', 'SERVICE'],
  REPORT_INSPECTION: [...distributor, ...hospital, ...supplier, 'QUALITY', 'SUPPLY'],
  SET_QUARANTINE: [...distributor, ...hospital, 'QUALITY'],
  SCRAP: [...distributor, ...hospital, ...supplier, 'QUALITY', 'SUPPLY', 'SERVICE'],
  REPORT_PRODUCTION: ['SUPPLY', 'QUALITY', ...supplier],
  SWAP_PART: ['SERVICE', 'SERVICE_PROVIDER', 'SUPPLY'],
  PACK: [...distributor, ...hospital, ...supplier, 'SUPPLY'],
  SEND_LOAN_SET: [...distributor, 'SUPPLY'],
  REPORT_LOAN_SET: [...hospital, ...distributor, 'SUPPLY'],
  CLOSE_LOAN_SET: [...distributor, 'SUPPLY'],
  /** A file with one of these reports: the report's own right is needed beside it. */
  IMPORT_FILE: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'SERVICE', 'QUALITY', 'CARRIER', 'SERVICE_PROVIDER'],
  CAPTURE_EVENTS: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'QUALITY', 'SERVICE', 'CARRIER', 'SERVICE_PROVIDER'],
  /** Named queries of EPCIS, and where their answers are sent: of what the viewer may read anyway. */
  SUBSCRIBE_EVENTS: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'QUALITY', 'SERVICE', 'CARRIER', 'SERVICE_PROVIDER', 'ADMIN'],
  DECLARE_ERROR: [...hospital, ...distributor, ...supplier, 'SUPPLY', 'QUALITY', 'SERVICE'],
  CLEAR_FINDING: [...hospital, ...distributor, 'QUALITY', 'SUPPLY'],
  ASSIGN_FINDING: [...hospital, ...distributor, 'QUALITY', 'SUPPLY'],
  UPLOAD_DOCUMENT: [...hospital, ...distributor, ...supplier, 'QUALITY', 'REGULATORY', 'SUPPLY', 'SERVICE', 'SERVICE_PROVIDER'],
  // Complaints and service
  SUBMIT_ADVERSE_EVENT: [...hospital, ...distributor, ...quality, 'SERVICE', 'SERVICE_PROVIDER'],
  HANDLE_ADVERSE_EVENT: [...quality],
  RECORD_FILING: [...hospital, ...distributor, ...quality],
  REVISE_CLOCK_RULE: ['REGULATORY'],
  OPEN_SERVICE_TICKET: [...hospital, ...distributor, 'SERVICE', 'QUALITY', 'SERVICE_PROVIDER'],
  HANDLE_SERVICE_TICKET: ['SERVICE', 'QUALITY', 'SERVICE_PROVIDER'],
  SET_SERVICE_PLAN: ['SERVICE', 'QUALITY'],
  // Recalls
  DRAFT_RECALL: [...quality],
  REVIEW_RECALL: [...quality],
  APPROVE_RECALL: [...quality],
  CLOSE_RECALL: [...quality],
  LOG_PHONE_CALL: [...quality],
  HOLD_DEVICES: ['QUALITY'],
  SET_RECALL_POLICY: ['ADMIN', 'DISTRIBUTOR_ADMIN'],
  ACKNOWLEDGE_RECALL_NOTICE: [...hospital, ...distributor, 'SUPPLY', 'QUALITY', 'SERVICE_PROVIDER'],
  RESPOND_TO_RECALL_NOTICE: [...hospital, ...distributor, 'SUPPLY', 'QUALITY', 'SERVICE_PROVIDER'],
  // The hub itself
  END_SESSION: Object.keys(roles).filter(isRole),
  SET_SECOND_FACTOR: Object.keys(roles).filter(isRole),
  RENEW_RECOVERY_CODES: Object.keys(roles).filter(isRole),
  REMOVE_SECOND_FACTOR: Object.keys(roles).filter(isRole),
  READ_MESSAGES: Object.keys(roles).filter(isRole),
  READ_AUDIT_TRAIL: [...hospital, ...distributor, ...supplier, ...quality, 'SUPPLY', 'SERVICE', 'ADMIN', 'AUDITOR', 'CARRIER', 'SERVICE_PROVIDER'],
  READ_AUDIT_RECORDS: [...partnersAdmin, ...quality, 'ADMIN', 'AUDITOR', 'OPERATOR'],
  MAKE_EVIDENCE: [...quality, 'ADMIN', 'AUDITOR'],
  EXPORT_STATUTORY: [...hospital, ...distributor, ...supplier, ...quality, 'SUPPLY', 'ADMIN', 'AUDITOR'],
  ERASE_PERSON: [...partnersAdmin, 'ADMIN'],
  MANAGE_PEOPLE: [...partnersAdmin, 'ADMIN'],
  MANAGE_CLIENTS: [...partnersAdmin, 'ADMIN'],
  MANAGE_WEBHOOKS: [...partnersAdmin, 'ADMIN'],
  MANAGE_SHARES: ['REGULATORY', 'ADMIN', 'HOSPITAL_ADMIN', 'DISTRIBUTOR_ADMIN', 'SUPPLIER_ADMIN'],
  // Who takes partners in and shuts them out has no business of its own with them: a maker would do it to another's customers.
  MANAGE_ORGANIZATIONS: ['OPERATOR'],
  EDIT_ORGANIZATION: ['OPERATOR', ...partnersAdmin, 'ADMIN'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof may

/** Whether one of the viewer's roles may do it. */
export const isAllowed = (viewer: Viewer, action: Action): boolean => {
  const allowed: readonly string[] = may[action]
  return viewer.roles.some((role) => allowed.includes(role))
}
