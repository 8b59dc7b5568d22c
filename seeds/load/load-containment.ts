import { type Span, spansOf } from '../../server/features/custody/spans.rules.ts'
import { containersOf } from '../../server/features/custody/timeline.rules.ts'
import { labelOfId } from '../../server/kernel/ids.ts'
import type { BulkWriter } from './bulk-writer.ts'
import { isBatch, isSerial } from './event-entry.ts'
import type { Ledger } from './ledger.ts'
import { writeContainsBatch, writeContainsSerial, writePacksBatch, writePacksLogisticUnit, writePacksSerial } from './relation.cypher.ts'

type Row = Span & { readonly thing: string }

const rowsOf = (thing: string, ledger: Ledger, type: 'AGGREGATION' | 'ASSOCIATION'): Row[] => {
  const own = ledger.involvements(thing)
  const emptied = containersOf(own).flatMap((parent) =>
    ledger.involvements(parent).filter(({ allChildren }) => allChildren).map((involvement) => ({ ...involvement, parent })))
  return spansOf(own, emptied, type, !isBatch(thing)).map((span) => ({ ...span, thing }))
}

/** Writes what is, and was, packed in logistic units and built into devices. */
export const loadContainment = async (ledger: Ledger, writer: BulkWriter): Promise<void> => {
  const things = [...ledger.serials.values(), ...ledger.batches.values(), ...ledger.units.values()]
    .filter(({ involvements }) => involvements.some(({ parent }) => parent !== undefined))
    .map(({ id }) => id)
  const packs = things.flatMap((thing) => rowsOf(thing, ledger, 'AGGREGATION'))
  const contains = things.flatMap((thing) => rowsOf(thing, ledger, 'ASSOCIATION'))
  await writer.write(writePacksSerial, packs.filter(({ thing }) => isSerial(thing)))
  await writer.write(writePacksBatch, packs.filter(({ thing }) => isBatch(thing)))
  await writer.write(writePacksLogisticUnit, packs.filter(({ thing }) => labelOfId(thing) === 'LogisticUnit'))
  await writer.write(writeContainsSerial, contains.filter(({ thing }) => isSerial(thing)))
  await writer.write(writeContainsBatch, contains.filter(({ thing }) => isBatch(thing)))
}
