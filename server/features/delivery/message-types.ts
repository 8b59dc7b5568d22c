import { may } from '../../access/may.ts'
import type { Role } from '../../access/roles.ts'

export interface MessageKind {
  /** Whose work it is: to these people of the organization the bell shows it. */
  readonly roles: readonly Role[]
  /** Mailed to them too, unless they turned it off. */
  readonly mail?: true
}

const supplier = ['SUPPLIER_USER', 'SUPPLIER_ADMIN'] as const
const recipients = [...may.ACKNOWLEDGE_RECALL_NOTICE, ...supplier, 'QUALITY', 'REGULATORY'] as const
const goods = may.CONFIRM_RECEIPT

/** What the hub tells people, the one table. What is not in it goes to webhooks and open pages alone. */
export const messageKinds: Readonly<Record<string, MessageKind>> = {
  'recall.notice.issued': { roles: recipients, mail: true },
  'recall.notice.extended': { roles: recipients, mail: true },
  'recall.notice.reminder': { roles: recipients, mail: true },
  'recall.notice.responded': { roles: may.REVIEW_RECALL },
  'recall.notice.late': { roles: may.REVIEW_RECALL },
  'recall.notice.overdue': { roles: may.REVIEW_RECALL, mail: true },
  'recall.notice.unreached': { roles: may.REVIEW_RECALL, mail: true },
  'recall.deadline.soon': { roles: may.REVIEW_RECALL, mail: true },
  'recall.deadline.urgent': { roles: [...may.REVIEW_RECALL, 'ADMIN'], mail: true },
  'recall.deadline.overdue': { roles: [...may.REVIEW_RECALL, 'ADMIN'], mail: true },
  'adverseEvent.deadline.soon': { roles: may.RECORD_FILING, mail: true },
  'adverseEvent.deadline.urgent': { roles: [...may.RECORD_FILING, 'ADMIN'], mail: true },
  'adverseEvent.deadline.overdue': { roles: [...may.RECORD_FILING, 'ADMIN'], mail: true },
  'device.hold.placed': { roles: recipients, mail: true },
  'device.hold.renewed': { roles: recipients },
  'device.hold.lifted': { roles: recipients },
  'device.suspect': { roles: ['QUALITY', 'REGULATORY'], mail: true },
  'adverseEvent.submitted': { roles: may.HANDLE_ADVERSE_EVENT, mail: true },
  'adverseEvent.asked': { roles: may.SUBMIT_ADVERSE_EVENT, mail: true },
  'adverseEvent.answered': { roles: may.HANDLE_ADVERSE_EVENT },
  'adverseEvent.concluded': { roles: may.SUBMIT_ADVERSE_EVENT },
  'serviceTicket.opened': { roles: may.HANDLE_SERVICE_TICKET, mail: true },
  'serviceTicket.changed': { roles: may.OPEN_SERVICE_TICKET, mail: true },
  'consignment.used': { roles: goods },
  'custody.corrected': { roles: goods },
  'custody.void_shipping': { roles: goods },
  'custody.unconfirmed.sent': { roles: goods, mail: true },
  'custody.unconfirmed.coming': { roles: goods, mail: true },
  'loanSet.reported': { roles: may.REPORT_LOAN_SET },
  'loanSet.closed': { roles: may.REPORT_LOAN_SET },
  'loanSet.deadline.soon': { roles: may.REPORT_LOAN_SET, mail: true },
  'loanSet.deadline.urgent': { roles: may.REPORT_LOAN_SET, mail: true },
  'loanSet.deadline.overdue': { roles: may.REPORT_LOAN_SET, mail: true },
  'finding.raised': { roles: may.CLEAR_FINDING },
  'organization.administrator.invited': { roles: may.MANAGE_PEOPLE, mail: true },
  'webhook.disabled': { roles: may.MANAGE_WEBHOOKS, mail: true },
  'subscription.failing': { roles: may.MANAGE_WEBHOOKS, mail: true },
  'subscription.ended': { roles: may.MANAGE_WEBHOOKS, mail: true },
}

/** As the statement that files deliveries takes it. */
export const mailedTypes = Object.entries(messageKinds).filter(([, { mail }]) => mail).map(([type, { roles }]) => ({ type, roles }))

/** Types that somebody with these roles is shown. */
export const typesFor = (roles: readonly string[]): string[] =>
  Object.entries(messageKinds).filter(([, kind]) => kind.roles.some((role) => roles.includes(role))).map(([type]) => type)
