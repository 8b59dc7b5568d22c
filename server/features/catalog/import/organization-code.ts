import { createHash } from 'node:crypto'
import type { CatalogMaker } from './catalog-record.ts'

const legalForm = /(-(INC|INCORPORATED|LTD|LIMITED|LLC|CO|COMPANY|CORP|CORPORATION|GMBH|AG|SA|SAS|BV|NV|AB|SPA|SRL|PLC|KK))+$/

/** A name without marks, case, punctuation and legal form: `Smith & Nephew, Inc.` and `SMITH & NEPHEW INC` are one. */
const normalName = (name: string): string =>
  name.normalize('NFKD').toUpperCase().replace(/\p{M}/gu, '').replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '').replace(legalForm, '')

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 10).toUpperCase()

/** The hub code (A-Z, 0-9, -) that a maker gets from its name; from its credit code where the name has no Latin letters. */
export const organizationCode = ({ name, uscc }: Pick<CatalogMaker, 'name' | 'uscc'>): string => {
  const code = normalName(name).slice(0, 40).replace(/-$/, '')
  if (code.length > 2) return code
  return uscc ? `CN-${uscc}` : `ORG-${shortHash(name)}`
}
