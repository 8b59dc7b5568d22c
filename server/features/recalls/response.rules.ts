import type { RejectedLine } from '../../record/rejected-line.type.ts'
import type { FoundLine, ItemAnswer } from './response.cypher.ts'
import type { Disposition } from './notice.rules.ts'

/** A line of an answer, as it was given. */
export interface ResponseLine {
  readonly code: string
  readonly disposition: Disposition
  readonly quantity: number | null
  readonly unit: string | null
  readonly forwardedTo: string | null
  readonly occurredOn: string | null
}

export interface Decided {
  readonly serials: readonly ItemAnswer[]
  readonly lots: readonly ItemAnswer[]
  /** Covered serials that the notice did not list. */
  readonly found: readonly string[]
  readonly rejected: readonly RejectedLine[]
}

type Verdict = { serials: readonly string[]; lot?: { id: string; amount: number }; found?: string } | { code: string; message: string }

const refused = (code: string, message: string): Verdict => ({ code, message })

const ofLot = ({ quantity, unit }: ResponseLine, lot: FoundLine['lots'][number]): Verdict => {
  if (unit && unit !== lot.unit) return refused('UNIT_DIFFERS', `This lot is counted in ${lot.unit}: give the quantity so.`)
  const amount = quantity ?? lot.quantity
  return amount > 0 ? { serials: [], lot: { id: lot.id, amount } } : refused('QUANTITY_NEEDED', 'Say how many of this lot.')
}

const ofSerials = ({ quantity }: ResponseLine, serials: readonly string[]): Verdict => {
  if (quantity === null || quantity === serials.length) return { serials }
  return refused('SERIALS_NEEDED', `The notice lists ${serials.length} devices of this lot by serial number: say which ${quantity} are meant.`)
}

/** What a line means: one device, all listed devices of a lot, or a quantity of a lot. */
const verdictOn = (line: ResponseLine, found: FoundLine | undefined): Verdict => {
  if (line.quantity !== null && !(line.quantity > 0)) return refused('QUANTITY_WRONG', 'A quantity is more than nothing.')
  const { serials = [], lots = [], unlisted = [] } = found ?? {}
  const [lot, other] = lots
  if (lots.length + Math.min(1, serials.length) > 1 || other) return refused('AMBIGUOUS', 'This fits several things of the notice: scan the whole label.')
  if (lot) return ofLot(line, lot)
  if (serials.length > 0) return ofSerials(line, serials)
  const [one, two] = unlisted
  if (one && !two) return { serials: [one], found: one }
  return refused('NOT_ON_NOTICE', 'This is not on the notice, and not called back by this recall.')
}

/** Each line on its own: the good ones are taken, the others come back with what to do. The last answer on a device counts. */
export const decideLines = (lines: readonly ResponseLine[], found: ReadonlyMap<number, FoundLine>): Decided => {
  const serials = new Map<string, ItemAnswer>()
  const lots = new Map<string, ItemAnswer>()
  const unlisted = new Set<string>()
  const rejected: RejectedLine[] = []
  for (const [index, line] of lines.entries()) {
    const verdict = verdictOn(line, found.get(index))
    const { disposition, forwardedTo, occurredOn } = line
    if ('code' in verdict) {
      rejected.push({ line: index + 1, code: line.code, reason: verdict })
      continue
    }
    for (const thing of verdict.serials) serials.set(thing, { thing, disposition, amount: 1, forwardedTo, occurredOn })
    if (verdict.found) unlisted.add(verdict.found)
    if (verdict.lot) lots.set(`${verdict.lot.id}|${disposition}`, { thing: verdict.lot.id, disposition, amount: verdict.lot.amount, forwardedTo, occurredOn })
  }
  return { serials: [...serials.values()], lots: [...lots.values()], found: [...unlisted], rejected }
}
