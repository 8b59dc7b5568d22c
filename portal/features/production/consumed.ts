import type { Client } from '@urql/vue'
import type { Named } from '../../app/words.ts'
import type { QuantityLike } from '../../ui/amount.ts'
import { ownLotQuery } from './production.query.ts'

/** A lot that went in, as it is being entered. */
export interface Consumed { code: string, quantity: string, unit: string, known: KnownLot | null }
export interface KnownLot { product: Named | null, lotNumber: string | null, stock: QuantityLike | null }

/** What the hub knows of a lot, and how much of it there is to use up; null where it cannot be asked. */
export async function lookUpLot(client: Client, code: string): Promise<KnownLot | null> {
  const { data } = await client.query(ownLotQuery, { code }, { requestPolicy: 'network-only' }).toPromise().catch(() => ({ data: undefined }))
  if (!data) return null
  const { product, batch, stock } = data.lookup
  const own = stock.filter(({ organization }) => organization.id === data.viewer.organization.id).map(({ quantity }) => quantity)
  const [first] = own
  return { product, lotNumber: batch?.lotNumber ?? null, stock: first ? { unit: first.unit, value: own.reduce((sum, { value }) => sum + value, 0) } : null }
}

/** As the hub takes them. */
export const consumedInput = (lines: readonly Consumed[]) => lines.map(({ code, quantity, unit }) => ({ code, quantity: Number(quantity), unit }))
