import type { IconName } from '../../ui/icons.ts'
import type { MessageShown } from './message.query.ts'

const thingPage = (id: string): string => (id.startsWith('bat_') ? `/batches/${id}` : `/serials/${id}`)

const startsOf: readonly (readonly [string, IconName, (message: MessageShown) => string])[] = [
  ['recall.notice.responded', 'recall', ({ recallId }) => `/recalls/${recallId}?tab=recipients`],
  ['recall.notice.late', 'recall', ({ recallId }) => `/recalls/${recallId}?tab=recipients`],
  ['recall.notice.overdue', 'recall', ({ recallId }) => `/recalls/${recallId}?tab=recipients`],
  ['recall.notice.unreached', 'recall', ({ recallId }) => `/recalls/${recallId}?tab=recipients`],
  ['recall.deadline.', 'waiting', ({ subject }) => `/recalls/${subject}?tab=authorities`],
  ['recall.', 'recall', ({ subject }) => `/notices/${subject}`],
  ['device.suspect', 'finding', ({ subject }) => `/serials/${subject}`],
  ['device.', 'recall', () => '/inventory'],
  ['adverseEvent.deadline.', 'waiting', ({ subject }) => `/cases/${subject}`],
  ['adverseEvent.', 'flag', ({ subject }) => `/cases/${subject}`],
  ['serviceTicket.', 'service', ({ subject }) => `/tickets/${subject}`],
  ['custody.corrected', 'finding', ({ subject }) => thingPage(subject)],
  ['custody.unconfirmed.sent', 'waiting', () => '/on-their-way'],
  ['custody.unconfirmed.coming', 'waiting', () => '/receive'],
  ['custody.void_shipping', 'eventReturn', () => '/receive'],
  ['consignment.', 'use', ({ subject }) => thingPage(subject)],
  ['loanSet.deadline.', 'waiting', ({ subject }) => `/loan-sets/${subject}`],
  ['loanSet.', 'stock', ({ subject }) => `/loan-sets/${subject}`],
  ['finding.', 'finding', () => '/findings'],
  ['organization.', 'user', () => '/admin?tab=people'],
  ['webhook.', 'offline', () => '/admin?tab=webhooks'],
  ['subscription.', 'offline', () => '/messages'],
]

const lookOf = (message: MessageShown) => startsOf.find(([start]) => message.type.startsWith(start))

export const iconOf = (message: MessageShown): IconName => lookOf(message)?.[1] ?? 'bell'

/** The page of what a message is about. */
export const pathOf = (message: MessageShown): string => lookOf(message)?.[2](message) ?? '/messages'
