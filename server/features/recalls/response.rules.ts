import type { RejectedLine } from '../../record/rejected-line.type.ts'
import { rounded } from '../custody/rounded.ts'
import type { FoundLine, ItemAnswer, ListedLot, LotAnswer } from './response.cypher.ts'
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
  /** All that is answered of each lot from now on. */
  readonly lotAnswers: readonly LotAnswer[]
  /** Covered serials that the notice did not list. */
  readonly found: readonly string[]
  readonly rejected: readonly RejectedLine[]
}

type Verdict = { serials: readonly string[]; lot?: { listed: ListedLot; amount: number }; found?: string } | { code: string; message: string }

const refused = (code: string, message: string): Verdict => ({ code, message })

/** Of a lot, nothing takes back what was answered so before. */
const ofLot = ({ quantity, unit, disposition }: ResponseLine, lot: ListedLot): Verdict => {
  if (unit && unit !== lot.unit) return refused('UNIT_DIFFERS', `This lot is counted in ${lot.unit}: give the quantity so.`)
  const amount = quantity ?? lot.quantity
  const isSomething = amount > 0 || (quantity === 0 && lot.dispositions.includes(disposition))
  return isSomething ? { serials: [], lot: { listed: lot, amount } } : refused('QUANTITY_NEEDED', 'Say how many of this lot.')
}

const ofSerials = ({ quantity }: ResponseLine, serials: readonly string[]): Verdict => {
  if (quantity === null || quantity === serials.length) return { serials }
  return refused('SERIALS_NEEDED', `The notice lists ${serials.length} devices of this lot by serial number: say which ${quantity} are meant.`)
}

/** What a line means: one device, all listed devices of a lot, or a quantity of a lot. */
const verdictOn = (line: ResponseLine, found: FoundLine | undefined): Verdict => {
  if (line.quantity !== null && !(line.quantity >= 0)) return refused('QUANTITY_WRONG', 'A quantity is zero or more.')
  const { serials = [], lots = [], unlisted = [] } = found ?? {}
  const [lot, other] = lots
  if (lots.length + Math.min(1, serials.length) > 1 || other) return refused('AMBIGUOUS', 'This fits several things of the notice: scan the whole label.')
  if (lot) return ofLot(line, lot)
  if (serials.length > 0) return ofSerials(line, serials)
  const [one, two] = unlisted
  if (one && !two) return { serials: [one], found: one }
  return refused('NOT_ON_NOTICE', 'This is not on the notice, and not called back by this recall.')
}

const over: readonly string[] = ['RETURNED', 'DESTROYED', 'IMPLANTED', 'CONSUMED'] satisfies Disposition[]
const isOver = (disposition: string): boolean => over.includes(disposition)

/**
 * A lot's answers with those of a new message: each of these stands for all that is so. What was said before stays as far
 * as the lot's units suffice for both, what is over and done with before what may still become something else, and of
 * those the newest: the last word counts, and nothing is counted twice.
 */
export const lotAnswersAfter = ({ quantity, dispositions, amounts }: ListedLot, said: ReadonlyMap<string, number>): Pick<LotAnswer, 'dispositions' | 'amounts'> => {
  let room = rounded(quantity - [...said.values()].reduce((sum, amount) => sum + amount, 0))
  const kept = new Map<string, number>()
  const before = [...dispositions.entries()].filter(([, disposition]) => !said.has(disposition))
  for (const [index, disposition] of before.toReversed().sort(([, one], [, other]) => Number(isOver(other)) - Number(isOver(one)))) {
    const amount = Math.max(0, Math.min(room, amounts[index] ?? 0))
    room = rounded(room - amount)
    kept.set(disposition, amount)
  }
  const answers = [...before.map(([, disposition]) => [disposition, kept.get(disposition) ?? 0] as const), ...said].filter(([, amount]) => amount > 0)
  return { dispositions: answers.map(([disposition]) => disposition), amounts: answers.map(([, amount]) => amount) }
}

const byLot = (lots: Iterable<ItemAnswer>, listed: ReadonlyMap<string, ListedLot>): LotAnswer[] => {
  const answers = new Map<string, ItemAnswer[]>()
  for (const answer of lots) answers.set(answer.thing, [...answers.get(answer.thing) ?? [], answer])
  return [...answers].flatMap(([thing, said]) => {
    const lot = listed.get(thing)
    if (!lot) return []
    const last = said.findLast(({ forwardedTo, occurredOn }) => forwardedTo !== null || occurredOn !== null)
    return [{ thing, ...lotAnswersAfter(lot, new Map(said.map(({ disposition, amount }) => [disposition, amount]))), forwardedTo: last?.forwardedTo ?? null, occurredOn: last?.occurredOn ?? null }]
  })
}

/** Each line on its own: the good ones are taken, the others come back with what to do. The last answer on a device counts. */
export const decideLines = (lines: readonly ResponseLine[], found: ReadonlyMap<number, FoundLine>): Decided => {
  const serials = new Map<string, ItemAnswer>()
  const lots = new Map<string, ItemAnswer>()
  const listed = new Map<string, ListedLot>()
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
    if (!verdict.lot) continue
    const { listed: lot, amount } = verdict.lot
    listed.set(lot.id, lot)
    lots.set(`${lot.id}|${disposition}`, { thing: lot.id, disposition, amount, forwardedTo, occurredOn })
  }
  return { serials: [...serials.values()], lots: [...lots.values()], lotAnswers: byLot(lots.values(), listed), found: [...unlisted], rejected }
}
