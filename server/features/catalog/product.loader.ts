import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { documentsById, documentsOfBatches, documentsOfProducts, documentsOfSerials } from './document.cypher.ts'
import type { Document } from './document.type.ts'
import { identifiersOf, productsById, registrationsOf, type ProductRow } from './product.cypher.ts'
import type { DeviceIdentifier, Registration } from './product.type.ts'

export const productById = loaderOf<string, ProductRow | null>(
  async ({ graph }, ids) => bySubject(await graph.read(productsById, { ids }), (row) => row.product.id, (row) => row.product),
  () => null,
)

export const registrationsOfProduct = loaderOf<string, Registration[]>(
  async ({ graph }, products) => bySubject(await graph.read(registrationsOf, { products }), (row) => row.product, (row) => row.registrations),
  () => [],
)

export const identifiersOfProduct = loaderOf<string, DeviceIdentifier[]>(
  async ({ graph }, products) => bySubject(await graph.read(identifiersOf, { products }), (row) => row.product, (row) => row.identifiers),
  () => [],
)

const documentsBy = (statement: typeof documentsOfProducts) =>
  loaderOf<string, Document[]>(
    async ({ graph }, ids) => bySubject(await graph.read(statement, { ids }), (row) => row.subject, (row) => row.documents),
    () => [],
  )

export const documentsOfProduct = documentsBy(documentsOfProducts)
export const documentsOfBatch = documentsBy(documentsOfBatches)
export const documentsOfSerial = documentsBy(documentsOfSerials)

export const documentById = loaderOf<string, Document | null>(
  async ({ graph }, ids) => bySubject(await graph.read(documentsById, { ids }), (row) => row.document.id, (row) => row.document),
  () => null,
)
