import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { registerProduction } from '../custody/report/register-production.ts'
import { rounded } from '../custody/rounded.ts'

type Production = Parameters<typeof registerProduction>[1]
type ConsumedLot = NonNullable<Production['consumed']>[number]

/** A line as an MES writes it: a device by its serial number, or a quantity, and what went into that. */
interface Made {
  readonly serialNumber?: string
  readonly quantity?: number
  readonly consumed?: readonly ConsumedLot[]
}

const merged = (lines: readonly Made[]): ConsumedLot[] => {
  const lots = new Map<string, ConsumedLot>()
  for (const { code, quantity, unit } of lines.flatMap(({ consumed = [] }) => consumed)) {
    const key = JSON.stringify([code, unit])
    lots.set(key, { code, unit, quantity: rounded((lots.get(key)?.quantity ?? 0) + quantity) } as ConsumedLot)
  }
  return [...lots.values()]
}

/** The serial numbers stand in lines of a file, and in a list of the mutation. */
const inLines = (error: unknown): unknown =>
  (error instanceof Refusal && error.path?.[0] === 'serialNumbers' ? new Refusal(error.code, error.message, ['serialNumber']) : error)

/** Lines of the same lot, or of devices without one, are made in one go; what was consumed adds up. */
export const tellProduction = async (change: Change, common: object, lines: readonly object[]): Promise<readonly []> => {
  const made = lines as readonly Made[]
  const serialNumbers = made.flatMap(({ serialNumber }) => serialNumber ?? [])
  const quantity = rounded(made.reduce((sum, line) => sum + (line.quantity ?? 0), 0))
  const input = { idempotencyKey: '', ...common, serialNumbers, consumed: merged(made), ...(quantity !== 0 && { quantity }) } as unknown as Production
  await registerProduction(change, input).catch((error: unknown) => { throw inLines(error) })
  return []
}
