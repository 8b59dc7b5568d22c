import type { Client } from '@urql/vue'
import { madeQuery } from './production.query.ts'

/** What was registered: its lot, or its first device; without an id where the hub could not be asked for it any more. */
export interface Made { id: string | null, lotNumber: string, first: string, count: number }

export async function findMade(client: Client, { product, lotNumber, numbers }: { product: string, lotNumber: string, numbers: readonly string[] }): Promise<Made> {
  const [first = ''] = numbers
  const { data } = await client.query(madeQuery, { text: lotNumber || first }, { requestPolicy: 'network-only' }).toPromise().catch(() => ({ data: undefined }))
  const lot = data?.batches.edges.find(({ node }) => node.product.id === product && node.lotNumber === lotNumber)
  const serial = data?.serials.edges.find(({ node }) => node.product.id === product && node.serialNumber === first)
  return { id: (lotNumber ? lot : serial)?.node.id ?? null, lotNumber, first, count: numbers.length }
}
