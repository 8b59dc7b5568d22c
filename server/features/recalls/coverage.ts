import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { remainingSerials, type ScopeMembers } from './recall-write.cypher.ts'

/** Ids, sorted, of what is covered: whole batches, single serials beside them, and the lots of others that the scope was asked by. */
export interface Covered {
  readonly batches: readonly string[]
  readonly serials: readonly string[]
  readonly origins: readonly string[]
}

/**
 * What a scope's members cover. A batch from which serials are taken out is covered serial by serial.
 * @throws Refusal where nothing is left, or where units without numbers would have to be taken apart
 */
export const coverageOf = async (change: Change, { batches, serials, without, origins }: ScopeMembers): Promise<Covered> => {
  const split = new Set(without.map(({ batch }) => batch))
  const counted = batches.find(({ id, counted: hasUnits }) => split.has(id) && hasUnits)
  if (counted) throw new Refusal('INVALID_INPUT', `Lot ${counted.lotNumber} has units without serial numbers: serials cannot be taken out of it. Name the serials that are meant.`, ['scope'])
  const rest = split.size === 0 ? [] : await change.run(remainingSerials, { batches: [...split], without: without.map(({ id }) => id) })
  const covered = { batches: batches.filter(({ id }) => !split.has(id)).map(({ id }) => id).sort(), serials: [...serials, ...rest.map(({ id }) => id)].sort(), origins: [...origins] }
  if (covered.batches.length + covered.serials.length === 0) throw new Refusal('INVALID_INPUT', 'The scope covers nothing.', ['scope'])
  return covered
}
