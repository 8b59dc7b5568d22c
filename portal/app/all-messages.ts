import { accountMessages } from '../features/account/messages.ts'
import { adminMessages } from '../features/admin/messages.ts'
import { auditMessages } from '../features/audit/messages.ts'
import { catalogMessages } from '../features/catalog/messages.ts'
import { inventoryMessages } from '../features/custody/inventory.messages.ts'
import { custodyMessages } from '../features/custody/messages.ts'
import { evidenceMessages } from '../features/evidence/messages.ts'
import { messagesMessages } from '../features/delivery/message.messages.ts'
import { phoneMessages } from '../features/delivery/phone.messages.ts'
import { webhooksMessages } from '../features/delivery/webhook.messages.ts'
import { casesMessages } from '../features/feedback/messages.ts'
import { clocksMessages } from '../features/clocks/messages.ts'
import { filesMessages } from '../features/files/messages.ts'
import { filingsMessages } from '../features/filings/messages.ts'
import { findingsMessages } from '../features/findings/messages.ts'
import { genealogyMessages } from '../features/genealogy/messages.ts'
import { goodsMessages } from '../features/goods/messages.ts'
import { identifyMessages } from '../features/identify/messages.ts'
import { loansMessages } from '../features/loans/messages.ts'
import { outboxMessages } from '../features/outbox/messages.ts'
import { packingMessages } from '../features/packing/messages.ts'
import { partnersMessages } from '../features/partners/messages.ts'
import { productionMessages } from '../features/production/messages.ts'
import { queriesMessages } from '../features/queries/messages.ts'
import { recallsMessages } from '../features/recalls/messages.ts'
import { labelsMessages } from '../features/labels/messages.ts'
import { noticesMessages } from '../features/recalls/notice.messages.ts'
import { searchMessages } from '../features/search/messages.ts'
import { ticketsMessages } from '../features/service/messages.ts'
import { signalsMessages } from '../features/signals/messages.ts'
import { sharesMessages } from '../features/shares/messages.ts'
import { todayMessages } from '../features/today/messages.ts'
import { uiMessages } from '../ui/messages.ts'
import { appMessages } from './messages.ts'

/** Every feature's words; a new feature adds its line here. */
const parts = {
  app: appMessages,
  ui: uiMessages,
  account: accountMessages,
  admin: adminMessages,
  audit: auditMessages,
  cases: casesMessages,
  catalog: catalogMessages,
  clocks: clocksMessages,
  custody: custodyMessages,
  evidence: evidenceMessages,
  files: filesMessages,
  filings: filingsMessages,
  findings: findingsMessages,
  genealogy: genealogyMessages,
  goods: goodsMessages,
  identify: identifyMessages,
  inventory: inventoryMessages,
  labels: labelsMessages,
  loans: loansMessages,
  notices: noticesMessages,
  outbox: outboxMessages,
  packing: packingMessages,
  partners: partnersMessages,
  production: productionMessages,
  queries: queriesMessages,
  recalls: recallsMessages,
  search: searchMessages,
  tickets: ticketsMessages,
  shares: sharesMessages,
  signals: signalsMessages,
  today: todayMessages,
  messages: messagesMessages,
  phone: phoneMessages,
  webhooks: webhooksMessages,
}
type Parts = typeof parts

/** `feature.group.word` for every message there is. */
export type MessageKey = { [F in keyof Parts]: `${F}.${Leaves<Parts[F]['zh']>}` }[keyof Parts]
type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string]

export type Language = 'zh-CN' | 'en'

/** All messages of one language, by feature. */
export function messagesOf(language: 'zh' | 'en') {
  return Object.fromEntries(Object.entries(parts).map(([feature, words]) => [feature, words[language]]))
}
