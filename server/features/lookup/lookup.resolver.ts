import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql'
import { selects } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import type { BatchRow } from '../custody/batch.cypher.ts'
import { codeOfLabel } from '../custody/scanned-code.ts'
import type { Label } from '../identify/label.ts'
import type { SerialShown } from '../custody/serial.cypher.ts'
import { readLabel } from '../identify/read-label.ts'
import { lookupOf, type LookupRow } from './lookup.cypher.ts'
import { Lookup } from './lookup.type.ts'
import type { Scan } from './scan.type.ts'
import { verdictOf } from './verdict.rules.ts'

const scanOf = (label: Label): Scan => ({
  raw: label.raw,
  standard: label.standard,
  di: label.di ?? null,
  lot: label.lot ?? null,
  serial: label.serial ?? null,
  quantity: label.quantity ?? null,
  expiresOn: label.expiresOn ?? null,
  manufacturedOn: label.manufacturedOn ?? null,
  sscc: label.sscc ?? null,
  gln: label.gln ?? null,
  elements: label.elements,
  checks: label.checks.map(({ key, outcome }) => ({ field: key, result: outcome })),
  warnings: label.warnings,
})

/** Nothing of the viewer's was found: neither a thing that it sees nor, of a label without lot or serial, the product. */
const isMiss = ({ lot, serial, sscc }: Label, row: LookupRow): boolean =>
  !row.batch && !row.serial && !row.logisticUnit && row.stock.length + row.candidates.length === 0 && (row.product === null || (lot ?? serial ?? sscc) !== undefined)

type LookupShown = Omit<Lookup, 'product' | 'batch' | 'serial'> & Pick<LookupRow, 'product'> & { batch: BatchRow | null; serial: SerialShown | null }

@Resolver()
export class LookupResolver {
  @Query(() => Lookup, {
    description: 'A scanned label: what it is, and whether it may be used. Tells any signed-in viewer the verdict and the product\'s public facts; the thing itself only who may see it.',
  })
  async lookup(@Ctx() { graph, missed }: Context, @Info() info: GraphQLResolveInfo, @Arg('code', () => String) code: string): Promise<LookupShown> {
    const now = new Date()
    const label = readLabel(code, now)
    const scanned = codeOfLabel(label)
    const [row] = await graph.read(lookupOf(scanned), { ...scanned, stock: selects(info, 'stock') })
    if (!row) throw new Error('lookup answers one row, whatever is scanned')
    const { product, packageLevel, recalls, stock, logisticUnit, candidates } = row
    const { verdict, reasons } = verdictOf({ label, row, today: now.toISOString().slice(0, 10) })
    if (isMiss(label, row)) await missed()
    const batch = row.batch && product && { ...row.batch, product }
    const serial = row.serial && product && { ...row.serial, product }
    return { verdict, reasons, scan: scanOf(label), product, packageLevel, batch, serial, recalls, stock, logisticUnit, candidates, checkedAt: now.toISOString() }
  }
}
