import { labelText, type Udi } from '../../server/features/identify/label-text.ts'
import { holdNames } from '../../server/features/custody/serial-changes.rules.ts'
import type { SerialState } from '../../server/features/custody/custody-state.type.ts'
import { type BulkWriter, grouped } from './bulk-writer.ts'
import type { Directory } from './directory.ts'
import type { BatchEntry, SerialEntry, UnitEntry } from './ledger.ts'
import type { KnownProduct } from './product.cypher.ts'
import { writeBatches, writeLogisticUnits, writeSerials } from './thing.cypher.ts'

const udi = ({ di, scheme }: KnownProduct, lot?: string, serial?: string): string =>
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

const serialRow = ({ id, key, seed, product, batch }: SerialEntry, state: SerialState) => ({
  id, key, serialNumber: seed.serialNumber, udi: udi(product, batch?.seed.lotNumber, seed.serialNumber),
  expiresOn: expiryOf(seed, batch), manufacturedOn: seed.manufacturedOn ?? batch?.seed.manufacturedOn,
  status: state.status, holds: holdNames(state.holds), since: state.since, head: state.head,
})

/** A serial's own day of expiry, else its batch's. */
export const expiryOf = (seed: SerialEntry['seed'], batch: BatchEntry | undefined): string | undefined => seed.expiresOn ?? batch?.seed.expiresOn

export const loadBatches = (batches: readonly BatchEntry[], directory: Directory, writer: BulkWriter): Promise<unknown> =>
  writer.write(writeBatches, batches.map((batch) => batchRow(batch, directory)))

export const loadUnits = (units: readonly UnitEntry[], writer: BulkWriter): Promise<unknown> =>
  writer.write(writeLogisticUnits, units.map(({ id, key, seed: { sscc, kind } }) => ({ id, key, sscc, kind })))

/** Writes serials with the state that their events gave them. */
export const loadSerials = (states: ReadonlyMap<SerialEntry, SerialState>, writer: BulkWriter): Promise<unknown> =>
  writer.writeAs(writeSerials, [...states], (slice) =>
    [...grouped(slice, ([{ product, batch }]) => batch?.id ?? product.id).values()].map((group) => {
      const [first] = group[0] ?? []
      return { product: first?.product.id, maker: first?.product.maker, batch: first?.batch?.id, serials: group.map(([entry, state]) => serialRow(entry, state)) }
    }))
