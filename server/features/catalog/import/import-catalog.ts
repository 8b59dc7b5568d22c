import type { Graph, Writer } from '../../../kernel/graph.ts'
import { stableId } from '../../../kernel/ids.ts'
import { knownProducts, mergeIdentifiers, mergeMaker, mergeProducts, mergeRegistrations } from '../import-catalog.cypher.ts'
import { type Batch, batchesOf, type PlacedRecord } from './catalog-batches.ts'
import type { CatalogItem, CatalogMaker, CatalogRejection } from './catalog-record.ts'
import { identifierRows, makerRow, markOf, productRow, registrationRows } from './catalog-rows.ts'
import { type ImportOutcome, outcomeOf } from './import-outcome.ts'
import { must } from '../../../kernel/must.ts'

export interface ImportResult {
  imported: number
  updated: number
  /** The graph has this version or a later one. */
  unchanged: number
  rejected: CatalogRejection[]
}

export interface ImportOptions {
  batchSize?: number
  /** Called after each batch with the counts so far. */
  onProgress?: (sofar: Readonly<ImportResult>) => void
}

interface Planned extends PlacedRecord {
  outcome: ImportOutcome
  product: string
}

const planned = async (writer: Writer, records: PlacedRecord[]): Promise<Planned[]> => {
  const rows = records.map(({ record }) => ({ di: record.product.di, mark: markOf(record.source) }))
  const known = new Map((await writer.run(knownProducts, { rows })).map((row) => [row.di, row]))
  return records.map((placed) => {
    const { di } = placed.record.product
    const found = known.get(di)
    return { ...placed, outcome: outcomeOf(placed.record, found), product: found?.id ?? stableId('prd', di) }
  })
}

const makerKey = ({ name, duns, uscc }: CatalogMaker): string => [name, duns, uscc].join('|')

/** The ids of the records' makers. One statement for each new maker, so that two cannot both be the first of their name. */
const makersOf = async (writer: Writer, plans: Planned[], known: ReadonlyMap<string, string>): Promise<Map<string, string>> => {
  const makers = new Map<string, string>()
  for (const { record: { maker } } of plans) {
    const key = makerKey(maker)
    if (makers.has(key)) continue
    makers.set(key, known.get(key) ?? must((await writer.run(mergeMaker, { maker: makerRow(maker) }))[0], 'the merged maker').id)
  }
  return makers
}

const write = async (writer: Writer, plans: Planned[], makers: ReadonlyMap<string, string>): Promise<CatalogRejection[]> => {
  const products = plans.map(({ record, product }) => productRow(record, product, must(makers.get(makerKey(record.maker)), 'the maker')))
  await writer.run(mergeProducts, { rows: products })
  const taken = await writer.run(mergeIdentifiers, { rows: plans.flatMap(({ record, product }) => identifierRows(record, product)) })
  await writer.run(mergeRegistrations, { rows: plans.flatMap(({ record, product }) => registrationRows(record, product)) })
  const places = new Map(plans.map((plan) => [plan.product, plan]))
  return taken.map(({ code, product, owner }) => {
    const { index, line } = must(places.get(product), 'the planned product')
    return { index, line, reason: `identifier ${code} stays with the product ${owner}, which has it already` }
  })
}

interface Written {
  plans: Planned[]
  taken: CatalogRejection[]
  makers: Map<string, string>
}

const writeBatch = async (writer: Writer, { records }: Batch, known: ReadonlyMap<string, string>): Promise<Written> => {
  const plans = await planned(writer, records)
  const changes = plans.filter(({ outcome }) => outcome === 'IMPORTED' || outcome === 'UPDATED')
  if (changes.length === 0) return { plans, taken: [], makers: new Map() }
  const makers = await makersOf(writer, changes, known)
  return { plans, taken: await write(writer, changes, makers), makers }
}

const takenReason = ({ record }: PlacedRecord): string =>
  `primary device identifier ${record.product.di} is in the catalogue as a package of another product`

const add = (result: ImportResult, batch: Batch, { plans, taken }: Written): void => {
  const having = (outcome: ImportOutcome): Planned[] => plans.filter((plan) => plan.outcome === outcome)
  result.imported += having('IMPORTED').length
  result.updated += having('UPDATED').length
  result.unchanged += having('UNCHANGED').length
  const refused = having('TAKEN').map((plan) => ({ index: plan.index, line: plan.line, reason: takenReason(plan) }))
  result.rejected.push(...batch.rejected, ...refused, ...taken)
}

/**
 * Brings a catalogue's records into the graph, some hundreds to a transaction. Idempotent: a file imported again
 * changes nothing, a newer version of a record updates its product, which keeps its id; an older one is passed over.
 * @returns how many records did what, and those that could not be used with the reason
 */
export const importCatalog = async (
  items: AsyncIterable<CatalogItem>, graph: Pick<Graph, 'write'>, { batchSize = 500, onProgress }: ImportOptions = {},
): Promise<ImportResult> => {
  const result: ImportResult = { imported: 0, updated: 0, unchanged: 0, rejected: [] }
  const makers = new Map<string, string>()
  for await (const batch of batchesOf(items, batchSize)) {
    const written = await graph.write((writer) => writeBatch(writer, batch, makers))
    // Only what is committed is known: a transaction may have been run twice.
    for (const [key, id] of written.makers) makers.set(key, id)
    add(result, batch, written)
    onProgress?.(result)
  }
  return result
}
