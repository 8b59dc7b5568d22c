import type { OutboxRow } from './cloud-event.ts'

interface Told {
  readonly reference?: string
  readonly title?: string
  readonly titleZh?: string | null
  readonly caseNumber?: string
  readonly recall?: string
  readonly until?: string
}

interface Words {
  readonly zh: string
  readonly en: string
  /** Where it leads, in the portal. */
  readonly path: (subject: string, data: Told) => string
}

const notice = (zh: string, en: string): Words => ({ zh, en, path: (id) => `/notices/${id}` })
const recall = (zh: string, en: string): Words => ({ zh, en, path: (_id, data) => `/recalls/${data.recall ?? ''}?tab=recipients` })
const deadline = (zh: string, en: string): Words => ({ zh, en, path: (id) => `/recalls/${id}?tab=authorities` })
const aCase = (zh: string, en: string): Words => ({ zh, en, path: (id) => `/cases/${id}` })
const loan = (zh: string, en: string): Words => ({ zh, en, path: (id) => `/loan-sets/${id}` })
const ticket = (zh: string, en: string): Words => ({ zh, en, path: (id) => `/tickets/${id}` })

/** One for each mailed type of message-types.ts; a test compares the two. */
export const mailWords: Readonly<Record<string, Words>> = {
  'recall.notice.issued': notice('召回通知：请停用清单所列器械并答复', 'Recall notice: stop using the devices listed, and answer'),
  'recall.notice.extended': notice('召回通知有新增器械', 'A recall notice lists more devices'),
  'recall.notice.reminder': notice('提醒：召回通知尚未答复', 'Reminder: a recall notice waits for your answer'),
  'recall.notice.overdue': recall('召回通知逾期未答复', 'A recall notice was not answered in time'),
  'recall.notice.unreached': recall('一级召回未送达，请电话通知', 'A class I notice has reached nobody: telephone'),
  'recall.deadline.soon': deadline('召回：监管期限即将到期', 'Recall: an authority’s deadline is near'),
  'recall.deadline.urgent': deadline('召回：监管期限马上到期，请立即处理', 'Recall: an authority’s deadline is about to end'),
  'recall.deadline.overdue': deadline('召回：监管期限已过', 'Recall: an authority’s deadline has passed'),
  'adverseEvent.deadline.soon': aCase('不良事件：上报期限即将到期', 'Adverse event: a deadline to report it is near'),
  'adverseEvent.deadline.urgent': aCase('不良事件：上报期限马上到期，请立即上报', 'Adverse event: a deadline to report it is about to end'),
  'adverseEvent.deadline.overdue': aCase('不良事件：上报期限已过', 'Adverse event: a deadline to report it has passed'),
  'loanSet.deadline.soon': loan('借用套件即将到归还日', 'A loan set is due back soon'),
  'loanSet.deadline.urgent': loan('借用套件已到归还日', 'A loan set is due back'),
  'loanSet.deadline.overdue': loan('借用套件逾期一周未结清', 'A loan set is a week overdue'),
  'custody.unconfirmed.sent': { zh: '您发出的货物尚未被确认收货', en: 'A shipment of yours has not been received', path: () => '/on-their-way' },
  'custody.unconfirmed.coming': { zh: '有发给您的货物尚未确认收货', en: 'A shipment to you waits for the confirmation of its receipt', path: () => '/receive' },
  'device.hold.placed': { zh: '部分器械暂停使用', en: 'Some devices are not to be used for now', path: () => '/inventory' },
  'device.suspect': { zh: '可疑：同一序列号在两处出现', en: 'Suspect: one serial number at two places', path: (id) => `/serials/${id}` },
  'adverseEvent.submitted': aCase('收到不良事件报告', 'An adverse event was reported'),
  'adverseEvent.asked': aCase('不良事件：制造商有问题需要答复', 'Adverse event: the maker has a question for you'),
  'serviceTicket.opened': ticket('新的服务工单', 'A service ticket was opened'),
  'serviceTicket.changed': ticket('服务工单有进展', 'A service ticket has changed'),
  'organization.administrator.invited': { zh: '平台运营方为本单位邀请了一名管理员，请核实', en: 'The hub’s operator invited an administrator into your organization: check that it is right', path: () => '/admin?tab=people' },
  'webhook.disabled': { zh: '消息推送地址已停用：对方答复 410', en: 'A webhook endpoint was disabled: it answered 410', path: () => '/admin?tab=webhooks' },
  'subscription.failing': { zh: 'EPCIS 事件订阅无法送达', en: 'An EPCIS subscription could not be told', path: () => '/messages' },
  'subscription.ended': { zh: 'EPCIS 事件订阅已结束', en: 'An EPCIS subscription has ended', path: () => '/messages' },
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

const paragraph = (language: string, text: string): string => `<p lang="${language}">${escaped(text)}</p>`

const rest = { zh: '详情请登录平台查看。可在“消息”页面关闭邮件。', en: 'Sign in to see it. Mails can be turned off on the page Messages.' }

/**
 * A message as a mail in both languages, the reader's own first, as text and as HTML. It says what there is and leads to
 * it; devices and people are named in the portal alone, behind the sign-in.
 */
export const mailOf = ({ type, subject, data }: OutboxRow, { publicUrl, locale }: { readonly publicUrl: string; readonly locale: string | null }): { subject: string; text: string; html: string } => {
  const words = mailWords[type] ?? { zh: type, en: type, path: () => '/messages' }
  const told = JSON.parse(data) as Told
  const about = [told.reference ?? told.caseNumber, told.title]
  const named = (title: string | null | undefined): string => [about[0], title ?? told.title].filter(Boolean).join(' ')
  const [zh, en] = [`${words.zh}。${named(told.titleZh)}`, `${words.en}. ${named(told.title)}`].map((line) => line.trim())
  const link = `${publicUrl}${words.path(subject, told)}`
  const both = [['zh-CN', `${zh ?? ''}\n${rest.zh}`], ['en', `${en ?? ''}\n${rest.en}`]] as const
  const ordered = locale?.startsWith('en') ? [...both].reverse() : both
  return {
    subject: `${ordered.map(([language]) => (language === 'en' ? words.en : words.zh)).join(' · ')}${about[0] ? ` (${about[0]})` : ''}`,
    text: `${ordered.map(([, line]) => line).join('\n\n')}\n\n${link}`,
    html: `<!doctype html><html><body>${ordered.map(([language, line]) => paragraph(language, line)).join('')}<p><a href="${escaped(link)}">${escaped(link)}</a></p></body></html>`,
  }
}
