import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { codeOfLabel } from '../custody/scanned-code.ts'
import type { Label } from '../identify/label.ts'
import { readLabel } from '../identify/read-label.ts'
import { lookupByCode, type LookupRow } from './lookup.cypher.ts'
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

@Resolver()
export class LookupResolver {
  @Query(() => Lookup, {
    description: 'A scanned label: what it is, and whether it may be used. Tells any signed-in viewer the verdict and the product\'s public facts; the thing itself only who may see it.',
  })
  async lookup(@Ctx() { graph }: Context, @Arg('code', () => String) code: string): Promise<Omit<Lookup, 'product' | 'batch' | 'serial'> & Pick<LookupRow, 'product' | 'batch' | 'serial'>> {
    const now = new Date()
    const label = readLabel(code, now)
    const [row] = await graph.read(lookupByCode, codeOfLabel(label))
    if (!row) throw new Error('lookup answers one row, whatever is scanned')
    const { product, packageLevel, batch, serial, recalls, stock, logisticUnit, candidates } = row
    const { verdict, reasons } = verdictOf({ label, row, today: now.toISOString().slice(0, 10) })
    return { verdict, reasons, scan: scanOf(label), product, packageLevel, batch, serial, recalls, stock, logisticUnit, candidates, checkedAt: now.toISOString() }
  }
}
