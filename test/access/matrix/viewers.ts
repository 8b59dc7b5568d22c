/** Every role there is, in at least two organizations where the kind of organization has secrets from its like. */
const organizations = { hospital: ['CJUH', 'CZFP', 'NYHH'], distributor: ['KANGLUO', 'NORDKAI'], supplier: ['SULU-POLYMER', 'QINGYU-COATING'], maker: ['NINGCHUAN-MAILAN-MEDICAL-DEVICES', 'ABBOTT-VASCULAR'] }

const each = (roles: readonly string[], codes: readonly string[]): string[] => roles.flatMap((role) => codes.map((code) => `${role}:${code}`))

export const teams = ['quality', 'regulatory', 'supply', 'service', 'admin', 'auditor'] as const

/** Keys of the testkit's issuer: role and organization. `quality-team` is the one role alone, where `quality` has them all. */
export const viewers: readonly string[] = [
  ...each(['hospital-user', 'hospital-admin'], organizations.hospital),
  ...each(['distributor-user', 'distributor-admin'], organizations.distributor),
  ...each(['supplier-user', 'supplier-admin'], organizations.supplier),
  ...each(['quality-team', ...teams.slice(1)], organizations.maker),
  'carrier:LANQIAO-COLDCHAIN', 'service-provider:PUYUAN-BIOMED', 'operator:HUB-OPERATIONS',
]

export const organizationOf = (viewer: string): string => viewer.split(':')[1] ?? ''

/** The role as access/roles.ts names it. */
export const roleOf = (viewer: string): string => (viewer.split(':')[0] ?? '').replace('quality-team', 'quality').toUpperCase().replaceAll('-', '_')
