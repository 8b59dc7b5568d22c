import type { Client } from '@urql/vue'
import { graphql, type ResultOf } from '../../app/graphql.ts'
import type { KnownThing } from '../outbox/report.ts'

const goodsLookup = graphql(`
  query GoodsLookup($code: String!) {
    lookup(code: $code) {
      verdict checkedAt
      reasons { code }
      scan { lot serial expiresOn quantity }
      product { di name nameZh }
      batch { id lotNumber expiresOn quantity { unit } }
      serial { id serialNumber expiresOn }
      logisticUnit { id sscc }
      packageLevel { units }
      candidates { id }
    }
  }
`)
type Found = ResultOf<typeof goodsLookup>['lookup']

/** What the hub says of a code: `same` is equal for two codes of one thing, `quantity` what the label itself counts. */
export interface GoodsAnswer { known: KnownThing, same: string | null, quantity: number | null }

/** Asks the hub about a scanned code; null where it cannot be reached. */
export async function lookUpGoods(client: Client, code: string): Promise<GoodsAnswer | null> {
  const { data } = await client.query(goodsLookup, { code }, { requestPolicy: 'network-only' })
  return data ? { known: knownOf(data.lookup), same: (data.lookup.serial ?? data.lookup.logisticUnit ?? data.lookup.batch)?.id ?? null, quantity: data.lookup.scan.quantity } : null
}

/** A serial or lot that is in nobody's sight is still one by its label: the hub may know more of it than it shows. */
function kindOf({ serial, batch, logisticUnit, product, scan, verdict }: Found): KnownThing['kind'] {
  if (serial) return 'SERIAL'
  if (logisticUnit && !batch) return 'UNIT'
  if (batch) return 'LOT'
  if (!product || verdict === 'UNKNOWN') return 'NOTHING'
  return scan.serial ? 'SERIAL' : 'LOT'
}

function knownOf(found: Found): KnownThing {
  const { verdict, checkedAt, reasons, product, serial, batch, logisticUnit, scan, packageLevel, candidates } = found
  return {
    kind: kindOf(found), verdict, checkedAt,
    reasons: [...reasons.map(({ code }) => code), ...(candidates.length > 1 ? ['SEVERAL'] : [])],
    units: packageLevel?.units ?? null, unit: batch?.quantity?.unit ?? null, di: product?.di ?? null, name: product?.name ?? null, nameZh: product?.nameZh ?? null,
    lot: batch?.lotNumber ?? scan.lot, serial: serial?.serialNumber ?? logisticUnit?.sscc ?? scan.serial,
    expiresOn: serial?.expiresOn ?? batch?.expiresOn ?? scan.expiresOn,
  }
}
