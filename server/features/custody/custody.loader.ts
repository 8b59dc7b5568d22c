import { emptyConnection, type Connection, type Page, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { bySubject, loaderByArgs, loaderOf } from '../../kernel/loader.ts'
import type { Party } from '../partners/party.type.ts'
import { batchesById, batchParties, type BatchRow, stockOfBatches } from './batch.cypher.ts'
import type { Stock } from './batch.type.ts'
import type { Event } from './event.type.ts'
import { logisticUnitsById, unitsInUnits } from './logistic-unit.cypher.ts'
import type { LogisticUnit } from './logistic-unit.type.ts'
import { serialsById, type SerialRow } from './serial.cypher.ts'
import type { Part } from './serial.type.ts'
import { timelineOfBatches, timelineOfSerials } from './timeline.cypher.ts'
import { partsOfSerials, unitOfSerials } from './whole.cypher.ts'

export const serialById = loaderOf<string, SerialRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(serialsById, { ids }), (row) => row.serial.id, (row) => row.serial),
  () => null,
)

export const batchById = loaderOf<string, BatchRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(batchesById, { ids }), (row) => row.batch.id, (row) => row.batch),
  () => null,
)

export const partsOfSerial = loaderOf<string, Part[]>(
  async ({ graph }, ids) => bySubject(await graph.read(partsOfSerials, { ids }), (row) => row.subject, (row) => row.parts),
  () => [],
)

export const unitOfSerial = loaderOf<string, LogisticUnit | null>(
  async ({ graph }, ids) => bySubject(await graph.read(unitOfSerials, { ids }), (row) => row.subject, (row) => row.unit),
  () => null,
)

export const stockOfBatch = loaderOf<string, Stock[]>(
  async ({ graph }, batches) => bySubject(await graph.read(stockOfBatches, { batches }), (row) => row.batch, (row) => row.stock),
  () => [],
)

export const partiesOfBatch = loaderOf<string, { madeBy: Party | null; suppliedBy: Party | null }>(
  async ({ graph }, batches) => bySubject(await graph.read(batchParties, { batches }), (row) => row.batch, (row) => row),
  () => ({ madeBy: null, suppliedBy: null }),
)

const timelineBy = (statement: typeof timelineOfSerials) =>
  loaderByArgs<Page, string, Connection<Event>>(
    async ({ graph }: Context, ids, page) =>
      bySubject(await graph.read(statement, { ids, ...page }), (row) => row.subject,
        (row) => toConnection(row.events, page, row.totalCount, (entry) => entry.place, (entry) => entry.event)),
    emptyConnection,
  )

export const timelineOfSerial = timelineBy(timelineOfSerials)
export const timelineOfBatch = timelineBy(timelineOfBatches)

export const logisticUnitById = loaderOf<string, LogisticUnit | null>(
  async ({ graph }, ids) => bySubject(await graph.read(logisticUnitsById, { ids }), (row) => row.unit.id, (row) => row.unit),
  () => null,
)

export const unitsInUnit = loaderOf<string, LogisticUnit[]>(
  async ({ graph }, units) => bySubject(await graph.read(unitsInUnits, { units }), (row) => row.unit, (row) => row.inside),
  () => [],
)
