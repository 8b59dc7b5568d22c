import type { IconName } from '../ui/icons.ts'
import type { MessageKey } from './all-messages.ts'

export interface NavigationItem { to: string, icon: IconName, label: MessageKey }

const today: NavigationItem = { to: '/', icon: 'today', label: 'app.nav.today' }
const stock: NavigationItem = { to: '/inventory', icon: 'stock', label: 'app.nav.stock' }
const search: NavigationItem = { to: '/search', icon: 'search', label: 'app.nav.search' }
const genealogy: NavigationItem = { to: '/genealogy', icon: 'trace', label: 'app.nav.genealogy' }

/** The role's own tasks first. A supplier has no devices on its shelves, so stock comes last. */
export function navigationFor(roles: readonly string[]): NavigationItem[] {
  const [first = ''] = roles
  if (first.startsWith('HOSPITAL') || first.startsWith('DISTRIBUTOR')) return [today, stock, search, genealogy]
  if (first.startsWith('SUPPLIER')) return [today, genealogy, search, stock]
  return [today, search, genealogy, stock]
}
