import type { IconName } from '../ui/icons.ts'
import { reportsFor } from '../features/files/import.ts'
import { mayReport } from '../features/outbox/may-report.ts'
import type { Task } from '../features/outbox/report.ts'
import { may, type Offer } from './may.ts'
import type { MessageKey } from './all-messages.ts'

/** `brief`: what it is called where there is room for one word. */
export interface NavigationItem { to: string, icon: IconName, label: MessageKey, brief?: MessageKey }

const today: NavigationItem = { to: '/', icon: 'today', label: 'app.nav.today' }
const stock: NavigationItem = { to: '/inventory', icon: 'stock', label: 'app.nav.stock' }
const search: NavigationItem = { to: '/search', icon: 'search', label: 'app.nav.search' }
const genealogy: NavigationItem = { to: '/genealogy', icon: 'trace', label: 'app.nav.genealogy', brief: 'app.brief.genealogy' }

const notices: NavigationItem = { to: '/notices', icon: 'recall', label: 'notices.title', brief: 'app.brief.notices' }
const recalls: NavigationItem = { to: '/recalls', icon: 'recall', label: 'recalls.title' }
const report: NavigationItem = { to: '/report-problem', icon: 'flag', label: 'app.nav.report' }
const cases: NavigationItem = { to: '/cases', icon: 'finding', label: 'cases.title', brief: 'app.brief.cases' }
const signals: NavigationItem = { to: '/signals', icon: 'warning', label: 'signals.title' }
const tickets: NavigationItem = { to: '/tickets', icon: 'service', label: 'tickets.title', brief: 'app.brief.tickets' }

const administration: NavigationItem = { to: '/admin', icon: 'user', label: 'admin.title' }
const findings: NavigationItem = { to: '/findings', icon: 'finding', label: 'app.nav.findings' }
const queries: NavigationItem = { to: '/queries', icon: 'query', label: 'queries.title' }
const audit: NavigationItem = { to: '/audit', icon: 'seal', label: 'app.nav.audit' }

/** Whose work it is to read the record (the server decides; this only shows the way). */
const reading = new Set(['HOSPITAL_ADMIN', 'DISTRIBUTOR_ADMIN', 'SUPPLIER_ADMIN', 'CARRIER', 'SERVICE_PROVIDER', 'QUALITY', 'REGULATORY', 'ADMIN', 'AUDITOR', 'OPERATOR'])

const receive: NavigationItem = { to: '/receive', icon: 'receive', label: 'app.nav.receive' }
const sell: NavigationItem = { to: '/sell', icon: 'sell', label: 'app.nav.sell' }
const use: NavigationItem = { to: '/use', icon: 'use', label: 'app.nav.use', brief: 'app.brief.use' }
const ship: NavigationItem = { to: '/ship', icon: 'ship', label: 'goods.title.ship' }
const sendBack: NavigationItem = { to: '/return', icon: 'return', label: 'goods.title.return' }
const inspect: NavigationItem = { to: '/inspect', icon: 'inspect', label: 'goods.title.inspect' }

const acceptance: NavigationItem = { to: '/acceptance-records', icon: 'document', label: 'goods.records.title' }
const registerLot: NavigationItem = { to: '/lots/new', icon: 'layers', label: 'production.lot.title', brief: 'production.lot.brief' }
const production: NavigationItem = { to: '/production', icon: 'factory', label: 'production.made.title' }
const packing: NavigationItem = { to: '/packing', icon: 'carton', label: 'packing.title' }
const loans: NavigationItem = { to: '/loan-sets', icon: 'carton', label: 'loans.title' }
const files: NavigationItem = { to: '/files', icon: 'paste', label: 'files.title' }

/** What the roles have to do with goods every day, in the order of the goods' own way. */
const goodsFor = (roles: readonly string[]) => offered(roles, [['receive', receive], ['sell', sell], ['use', use]])
/** And what comes up beside it. */
const furtherGoodsFor = (roles: readonly string[]) => offered(roles, [['ship', ship], ['return', sendBack], ['inspect', inspect]])

const offered = (roles: readonly string[], items: readonly (readonly [Task, NavigationItem])[]): NavigationItem[] => items.filter(([task]) => mayReport({ roles }, task)).map(([, item]) => item)

/** Recalls, cases and tickets: a maker's own work, a holder's answers. */
function feedbackFor(roles: readonly string[]): NavigationItem[] {
  const offers: readonly (readonly [Offer, NavigationItem])[] = [['answerNotice', notices], ['recall', recalls], ['readCases', cases], ['handleCase', signals], ['openTicket', tickets]]
  return offers.filter(([offer]) => may(offer, { roles })).map(([, item]) => item)
}

/** What was made; a supplier's own task stands further up. */
const makingFor = (roles: readonly string[]) => [...(may('registerLot', { roles }) && !roles[0]?.startsWith('SUPPLIER') ? [registerLot] : []), ...(may('reportProduction', { roles }) ? [production] : [])]

/** What comes up beside the everyday: other ways of goods, cartons, sets, files. */
const besideFor = (roles: readonly string[]): NavigationItem[] => [
  ...furtherGoodsFor(roles), ...(may('readAcceptance', { roles }) ? [acceptance] : []), ...makingFor(roles), ...(may('pack', { roles }) ? [packing] : []),
  ...(may('reportLoanSet', { roles }) ? [loans] : []), ...(reportsFor(roles).length > 0 ? [files] : []),
]

/** What is known, and what does not fit together. */
const recordsFor = (roles: readonly string[]): NavigationItem[] => [
  ...(mayReport({ roles }, 'clear') ? [findings] : []), ...(roles.some((role) => reading.has(role)) ? [audit] : []), ...(may('askFreely', { roles }) ? [queries] : []),
]

/** The role's own tasks, then what others ask of it. A supplier has no devices on its shelves, so stock comes last. */
const tasksOf = (roles: readonly string[]): NavigationItem[][] => {
  const [first = ''] = roles
  if (first === 'OPERATOR') return [[administration], recordsFor(roles)]
  if (first.startsWith('HOSPITAL') || first.startsWith('DISTRIBUTOR')) {
    return [[today, ...goodsFor(roles), stock], [...(first.startsWith('HOSPITAL') ? [report] : []), ...feedbackFor(roles)], besideFor(roles), [search, genealogy, ...recordsFor(roles)]]
  }
  if (first.startsWith('SUPPLIER')) return [[today, registerLot, genealogy, ...goodsFor(roles), search, stock], besideFor(roles), recordsFor(roles)]
  return [[today, search, genealogy], feedbackFor(roles), [...goodsFor(roles), stock, ...besideFor(roles)], recordsFor(roles)]
}

/** What the roles have to do, in groups: the role's own tasks first. */
export const navigationGroups = (roles: readonly string[]): NavigationItem[][] => tasksOf(roles).filter((group) => group.length > 0)
