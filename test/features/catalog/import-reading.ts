import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { CatalogItem, CatalogRecord, CatalogRejection } from '../../../server/features/catalog/import/catalog-record.ts'

/** Everything that a reader yields, sorted into what it read and what it refused. */
export const readAll = async (items: AsyncIterable<CatalogItem>): Promise<{ records: CatalogRecord[]; rejected: CatalogRejection[] }> => {
  const records: CatalogRecord[] = []
  const rejected: CatalogRejection[] = []
  for await (const item of items) {
    if ('record' in item) records.push(item.record)
    else rejected.push(item.rejected)
  }
  return { records, rejected }
}

/** A folder for the files that a test makes; gone after the tests. */
export const scratchFolder = (): { file: (name: string, text: string) => string; path: string } => {
  const path = mkdtempSync(join(tmpdir(), 'devicetrail-import-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    file(name, text) {
      writeFileSync(join(path, name), text)
      return join(path, name)
    },
  }
}

/** A result of openFDA's device/udi with nothing in it that a record could do without. */
export const openFdaDevice = (di: string, rest: object = {}): object => ({
  company_name: 'Example Medical, Inc.',
  brand_name: 'Example',
  version_or_model_number: 'E1',
  public_version_date: '2026-01-02',
  identifiers: [{ id: di, type: 'Primary', issuing_agency: 'GS1' }],
  ...rest,
})

/** The 14 digits of a GTIN from its first 13. */
export const gtin = (body: number | string): string => {
  const digits = String(body).padStart(13, '0')
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
