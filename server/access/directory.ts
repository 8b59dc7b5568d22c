import type { Viewer } from '../kernel/viewer.ts'

const market = ['MANUFACTURER', 'CONTRACT_MANUFACTURER', 'AUTHORIZED_REPRESENTATIVE', 'IMPORTER', 'DISTRIBUTOR', 'SERVICE_PROVIDER', 'CARRIER', 'REGULATOR']

/** Whom each kind of viewer may find, to sell to, buy from or report to. Suppliers are their customers' secret; hospitals are found by who serves them. */
export const directory: Record<Viewer['kind'], readonly string[]> = {
  MANUFACTURER: [...market, 'HOSPITAL'],
  DISTRIBUTOR: [...market, 'HOSPITAL'],
  HOSPITAL: market,
  SUPPLIER: ['MANUFACTURER', 'CONTRACT_MANUFACTURER', 'CARRIER'],
  CARRIER: [],
  SERVICE_PROVIDER: ['MANUFACTURER', 'HOSPITAL'],
  OPERATOR: [...market, 'HOSPITAL', 'SUPPLIER'],
}
