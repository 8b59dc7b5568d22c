import { registerEnumType } from 'type-graphql'

export enum OrganizationKind {
  MANUFACTURER = 'MANUFACTURER',
  CONTRACT_MANUFACTURER = 'CONTRACT_MANUFACTURER',
  AUTHORIZED_REPRESENTATIVE = 'AUTHORIZED_REPRESENTATIVE',
  IMPORTER = 'IMPORTER',
  SUPPLIER = 'SUPPLIER',
  DISTRIBUTOR = 'DISTRIBUTOR',
  HOSPITAL = 'HOSPITAL',
  SERVICE_PROVIDER = 'SERVICE_PROVIDER',
  CARRIER = 'CARRIER',
  REGULATOR = 'REGULATOR',
  OPERATOR = 'OPERATOR',
}
registerEnumType(OrganizationKind, { name: 'OrganizationKind', description: 'An organization may be several.' })
