import type { Graph } from '../../server/kernel/graph.ts'
import { stableId } from '../../server/kernel/ids.ts'
import type { History, ProductSeed } from '../history.ts'
import type { BulkWriter } from './bulk-writer.ts'
import type { Directory } from './directory.ts'
import { writeDeviceIdentifiers, writeProducts } from './product.cypher.ts'

const productRow = ({ identifiers: _, maker, ...seed }: ProductSeed, directory: Directory) => {
  const id = stableId('prd', seed.di)
  const properties = { ...seed, id, expiryControlled: true, madeOnLabel: false }
  return { id, maker: directory.organization(maker), properties }
}

const identifierRows = ({ di, scheme, identifiers = [] }: ProductSeed) => {
  const others = identifiers.filter(({ code }) => code !== di)
  const primary = { code: di, type: 'PRIMARY', units: 1 }
  return [primary, ...others].map((identifier) => ({ product: stableId('prd', di), code: identifier.code, properties: { ...identifier, scheme } }))
}

const mentioned = ({ batches = [], serials = [], documents = [] }: History): string[] => [
  ...batches.map(({ product }) => product),
  ...serials.map(({ product }) => product),
  ...documents.flatMap(({ proves }) => proves.flatMap(({ product }) => product ?? [])),
]

/** Writes the products of a seed, and looks up those of the catalogue that it names. */
export const loadProducts = async (history: History, graph: Graph, directory: Directory, writer: BulkWriter): Promise<void> => {
  const products = history.products ?? []
  const rows = products.map((product) => productRow(product, directory))
  await writer.write(writeProducts, rows)
  await writer.write(writeDeviceIdentifiers, products.flatMap(identifierRows))
  for (const { id, maker, properties } of rows) directory.addProduct({ id, maker, di: properties.di, scheme: properties.scheme })
  await directory.learnProducts(graph, mentioned(history))
}
