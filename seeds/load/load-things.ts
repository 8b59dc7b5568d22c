import { labelText, type Udi } from '../../server/features/identify/label-text.ts'
import type { BulkWriter } from './bulk-writer.ts'
import type { Directory } from './directory.ts'
import type { BatchEntry, UnitEntry } from './ledger.ts'
import type { KnownProduct } from './product.cypher.ts'
import { writeBatches, writeLogisticUnits } from './thing.cypher.ts'

/** The canonical label text of a lot or a serial. */
export const udi = ({ di, scheme }: KnownProduct, lot?: string, serial?: string): string =>
  labelText({ scheme: scheme as Udi['scheme'], di, lot, serial })

const batchRow = ({ id, key, seed, product }: BatchEntry, directory: Directory) => {
  const { lotNumber, kind, manufacturedOn, expiresOn, quantity, unit, madeBy, suppliedBy, madeAt } = seed
  return {
    product: product.id,
    madeBy: madeBy === undefined ? undefined : directory.organization(madeBy),
    suppliedBy: suppliedBy === undefined ? undefined : directory.organization(suppliedBy),
    madeAt: madeAt === undefined ? undefined : directory.site(madeAt),
    properties: {
      id, key, lotNumber, kind, udi: udi(product, lotNumber), manufacturedOn, expiresOn, quantity, unit,
      maker: product.maker, serialCount: 0, status: 'MADE', holds: [],
    },
  }
}

export const loadBatches = (batches: readonly BatchEntry[], directory: Directory, writer: BulkWriter): Promise<unknown> =>
  writer.write(writeBatches, batches.map((batch) => batchRow(batch, directory)))

export const loadUnits = (units: readonly UnitEntry[], writer: BulkWriter): Promise<unknown> =>
  writer.write(writeLogisticUnits, units.map(({ id, key, seed: { sscc, kind } }) => ({ id, key, sscc, kind })))
