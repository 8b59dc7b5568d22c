/** Roles that go together, as the hub's table of roles has them: an administrator gives those of its own kind. */
const kinds = [
  ['HOSPITAL_USER', 'HOSPITAL_ADMIN'],
  ['DISTRIBUTOR_USER', 'DISTRIBUTOR_ADMIN'],
  ['SUPPLIER_USER', 'SUPPLIER_ADMIN'],
  ['CARRIER'],
  ['SERVICE_PROVIDER'],
  ['QUALITY', 'REGULATORY', 'SUPPLY', 'SERVICE', 'ADMIN', 'AUDITOR'],
] as const

const sharing = ['HOSPITAL_ADMIN', 'DISTRIBUTOR_ADMIN', 'SUPPLIER_ADMIN', 'ADMIN']
const administrators = [...sharing, 'CARRIER', 'SERVICE_PROVIDER']

export type AdminTab = 'people' | 'clients' | 'webhooks' | 'shares' | 'signIns' | 'organization' | 'organizations'

/** The parts of administration that these roles have to do with; none where they have nothing to manage. */
export function tabsFor(roles: readonly string[]): AdminTab[] {
  if (roles.some((role) => sharing.includes(role))) return ['people', 'clients', 'webhooks', 'shares', 'signIns', 'organization']
  if (roles.some((role) => administrators.includes(role))) return ['people', 'clients', 'webhooks', 'signIns', 'organization']
  if (roles.includes('OPERATOR')) return ['organizations']
  return roles.includes('REGULATORY') ? ['shares', 'organization'] : []
}

/** What somebody with these roles may give to people and clients. */
export function givenBy(roles: readonly string[]): readonly string[] {
  return kinds.find((kind) => kind.some((role) => roles.includes(role))) ?? []
}

/** Whether the organization makes devices: only then it has recalls, cases and devices of its own to share. */
export function isMaker(roles: readonly string[]): boolean {
  return givenBy(roles).includes('REGULATORY')
}

/** Whether somebody may change the organization's data and sites. */
export function mayEdit(roles: readonly string[]): boolean {
  return roles.some((role) => role === 'OPERATOR' || administrators.includes(role))
}

/** Whether somebody takes organizations in and shuts them out. */
export const isOperator = (roles: readonly string[]): boolean => roles.includes('OPERATOR')

/** Whether somebody says how the organization wants recalls to be: makers have them, distributors hand them on. */
export const mayPolicy = (roles: readonly string[]): boolean => roles.some((role) => role === 'ADMIN' || role === 'DISTRIBUTOR_ADMIN')
