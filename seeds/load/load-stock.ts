import { batchEdges, inventoryKey } from '../../server/features/custody/batch-edges.rules.ts'
import type { BatchState, CustodyFinding } from '../../server/features/custody/custody-state.type.ts'
import { holdNames } from '../../server/features/custody/serial-changes.rules.ts'
import { batchState } from '../../server/features/custody/timeline.rules.ts'
import { stableId } from '../../server/kernel/ids.ts'
import type { BulkWriter } from './bulk-writer.ts'
import type { BatchEntry, Ledger } from './ledger.ts'
import { writeBatchInTransit, writeBatchPassed, writeBatchStates, writeBatchUsedAt, writeFindings, writeStockedAt } from './stock.cypher.ts'

/** Rows of findings about a thing. */
export const findingRows = (about: string, findings: readonly CustodyFinding[]) =>
  findings.map((finding) => ({ ...finding, about, id: stableId('fnd', `${finding.code}|${about}|${finding.event}`) }))

/** Who has a carton of a lot is known by the lot's state alone; of other lots it is told when something is captured. */
const keptOf = (state: BatchState): string | null => (Object.keys(state.inside).length > 0 ? JSON.stringify(state) : null)

const rowsOf = ({ id, seed, product, tally }: BatchEntry, state: BatchState) => {
  const { unit, serialCount, ...edges } = batchEdges(tally, state)
  const key = inventoryKey({ expiresOn: seed.expiresOn, di: product.di, lotNumber: seed.lotNumber })
  const about = { batch: id, unit: seed.unit ?? unit, key }
  return {
    state: { batch: id, status: state.status, holds: holdNames(state.holds), serialCount, head: state.head, custody: keptOf(state) },
    stocked: edges.stocked.map((edge) => ({ ...edge, ...about })),
    transit: edges.transit.map((edge) => ({ ...edge, ...about })),
    used: edges.used.map((edge) => ({ ...edge, ...about })),
    passed: edges.reached.map((reach) => ({ ...reach, batch: id })),
    findings: findingRows(id, state.findings),
  }
}

/** Writes what follows for batches from all of their events and serials: state, stock, transit, use and who had them. */
export const loadStock = async (batches: readonly BatchEntry[], ledger: Ledger, writer: BulkWriter): Promise<void> => {
  const all = batches.map((batch) => rowsOf(batch, batchState(batch.id, batch.product.maker, ledger)))
  await writer.write(writeBatchStates, all.map(({ state }) => state))
  await writer.write(writeStockedAt, all.flatMap(({ stocked }) => stocked))
  await writer.write(writeBatchInTransit, all.flatMap(({ transit }) => transit))
  await writer.write(writeBatchUsedAt, all.flatMap(({ used }) => used))
  await writer.write(writeBatchPassed, all.flatMap(({ passed }) => passed))
  await writer.write(writeFindings, all.flatMap(({ findings }) => findings))
}
