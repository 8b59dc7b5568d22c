import type { RejectedLine } from '../../../record/rejected-line.type.ts'
import { rounded } from '../rounded.ts'
import { type Asking, type Goods, judged, type LineReason, type LineRules, notEnded, reason, usableLot } from '../report/line.rules.ts'
import type { KnownThings } from '../capture/known-things.ts'
import { handled } from '../report/goods-action.ts'
import { usageRules } from '../report/record-usage.ts'
import { LoanOutcome } from './loan-set.input.ts'

type Use = Exclude<LoanOutcome, LoanOutcome.RETURNED>

/** Goods in the lender's hands again beat paper: it may always say that they are. Of a lot that others use, it knows what is still out, no stock. */
const byLender = (outcome: LoanOutcome): LineRules => {
  if (outcome === LoanOutcome.RETURNED) return { serial: [notEnded], lot: [] }
  return { serial: usageRules[outcome as Use].serial, lot: outcome === LoanOutcome.IMPLANTED || outcome === LoanOutcome.CONSUMED ? [usableLot] : [] }
}

const byBorrower = (outcome: LoanOutcome): LineRules => (outcome === LoanOutcome.RETURNED ? handled : usageRules[outcome as Use])

/** Goods of a loan set, with what became of them. */
export interface Turned extends Goods {
  readonly outcome: LoanOutcome
}

interface Judged {
  readonly kept: Turned[]
  readonly rejected: RejectedLine[]
}

/** What the rules of every door say of goods that end so. */
export const judgedByOutcome = (goods: readonly Turned[], isLenders: boolean, asking: Asking, known: KnownThings): Judged => {
  const answers = Object.values(LoanOutcome).map((outcome) => {
    const { kept, rejected } = judged(goods.filter((one) => one.outcome === outcome), isLenders ? byLender(outcome) : byBorrower(outcome), asking, known)
    return { kept: kept.map((one) => ({ ...one, outcome })), rejected }
  })
  return { kept: answers.flatMap(({ kept }) => kept), rejected: answers.flatMap(({ rejected }) => rejected) }
}

const notInSet = reason('NOT_IN_SET', 'It is not in this set. Report it by itself.')
const notOut = (out: number, unit: string): LineReason =>
  reason('NOT_OUT', `Of this, ${out} ${unit} of the set are still out. What is on its way back is received as any delivery; if a report was wrong, declare it an error.`)

/** Only what is still out of the set can turn into something: each line takes its part of that. */
export const weighed = (goods: readonly Turned[], lines: readonly { readonly id: string; readonly out: number; readonly unit: string }[]): Judged => {
  const left = new Map(lines.map(({ id, out, unit }) => [id, { out, unit }]))
  const kept: Turned[] = []
  const rejected: RejectedLine[] = []
  for (const one of [...goods].sort((first, second) => first.line - second.line)) {
    const there = left.get(one.id)
    const quantity = one.quantity ?? 1
    const why = there === undefined ? notInSet : quantity > there.out ? notOut(there.out, there.unit) : undefined
    if (why !== undefined) rejected.push({ line: one.line, code: one.code, reason: why })
    else {
      kept.push(one)
      left.set(one.id, { out: rounded((there?.out ?? 0) - quantity), unit: there?.unit ?? 'EA' })
    }
  }
  return { kept, rejected }
}

/** Which goods leave the tray, which move by themselves, and whether the tray goes with all that is left in it. */
export interface TrayPlan {
  readonly unpacked: readonly Goods[]
  readonly alone: readonly Goods[]
  readonly isWhole: boolean
}

const partOf = (one: Goods, quantity: number): Goods[] => {
  if (quantity <= 0) return []
  return [one.quantity === undefined ? one : { ...one, quantity }]
}

/** Where all that is left in the tray goes back, the tray goes back as it is; otherwise what goes back is taken out. */
export const planned = (kept: readonly Turned[], lines: readonly { readonly id: string; readonly inside: number }[]): TrayPlan => {
  const inside = new Map(lines.map((line) => [line.id, line.inside]))
  const take = (one: Turned): { one: Turned; within: number; beside: number } => {
    const quantity = one.quantity ?? 1
    const within = Math.min(quantity, inside.get(one.id) ?? 0)
    inside.set(one.id, rounded((inside.get(one.id) ?? 0) - within))
    return { one, within, beside: rounded(quantity - within) }
  }
  const spent = kept.filter(({ outcome }) => outcome !== LoanOutcome.RETURNED).map(take)
  const back = kept.filter(({ outcome }) => outcome === LoanOutcome.RETURNED).map(take)
  const isWhole = back.some(({ within }) => within > 0) && [...inside.values()].every((left) => left === 0)
  return {
    isWhole,
    unpacked: (isWhole ? spent : [...spent, ...back]).flatMap(({ one, within }) => partOf(one, within)),
    alone: back.flatMap(({ one, within, beside }) => partOf(one, isWhole ? beside : rounded(within + beside))),
  }
}
