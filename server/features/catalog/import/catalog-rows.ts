import { createHash } from 'node:crypto'
import { stableId } from '../../../kernel/ids.ts'
import type { CatalogIdentifier, CatalogMaker, CatalogRecord, CatalogSource } from './catalog-record.ts'
import { organizationCode } from './organization-code.ts'

type Fields = Record<string, unknown>

export interface MakerRow extends Partial<CatalogMaker> {
  id: string
  code: string
  /** For a second firm of the same name. */
  spare: { id: string; code: string }
  siteId: string
}

export interface KnownProduct {
  di: string
  id: string
  primaryDi: string
  source: CatalogSource | null
  version: string | null
}

export interface ProductRow {
  id: string
  source: CatalogSource
  fields: Fields
  version: Fields
}

export interface IdentifierRow {
  code: string
  product: string
  fields: Fields
}

export interface RegistrationRow {
  id: string
  product: string
  fields: Fields
}

export const makerRow = (maker: CatalogMaker): MakerRow => {
  const code = organizationCode(maker)
  const spare = `${code}-${maker.uscc?.slice(-6)}`
  return { ...maker, code, id: stableId('org', code), spare: { code: spare, id: stableId('org', spare) }, siteId: stableId('sit', `${code}-MAIN`) }
}

/** The property of a product that keeps which version of which register was read last. */
export const markOf = (source: CatalogSource): string => `${source.toLowerCase()}Version`

/** The version with a digest of the record: a correction without a new number is seen as well. */
export const versionMark = (record: CatalogRecord): string =>
  `${record.version}|${createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 16)}`

// A newer record that no longer says something unsays it, so every field is written, with null where there is nothing.
const productFields = ['di', 'scheme', 'name', 'nameZh', 'brand', 'model', 'catalogNumber', 'description', 'riskClass', 'gmdnCode', 'gmdnName',
  'implantable', 'sterile', 'sterilizePriorToUse', 'singleUse', 'maxReuse', 'mriSafety', 'storage', 'lotControlled', 'serialControlled', 'expiryControlled',
  'madeOnLabel', 'withdrawnOn', 'nhsaCode'] as const

export const productRow = (record: CatalogRecord, id: string, maker: string): ProductRow => ({
  id,
  source: record.source,
  fields: { kind: 'DEVICE', maker, ...Object.fromEntries(productFields.map((name) => [name, record.product[name] ?? null])) },
  version: { [markOf(record.source)]: versionMark(record) },
})

const identifierRow = ({ code, ...rest }: CatalogIdentifier, product: string): IdentifierRow => ({
  code,
  product,
  fields: { scheme: rest.scheme, type: rest.type, level: rest.level ?? null, contains: rest.contains ?? null, units: rest.units ?? null },
})

export const identifierRows = (record: CatalogRecord, product: string): IdentifierRow[] =>
  record.identifiers.map((identifier) => identifierRow(identifier, product))

export const registrationRows = (record: CatalogRecord, product: string): RegistrationRow[] =>
  record.registrations.map((registration) => ({
    id: stableId('reg', `${registration.market}|${registration.number}`),
    product,
    fields: Object.fromEntries(Object.entries(registration).filter(([, value]) => value !== undefined)),
  }))
