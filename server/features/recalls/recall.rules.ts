import { Refusal } from '../../kernel/errors.ts'

export type RecallState = 'DRAFT' | 'IN_REVIEW' | 'ONGOING' | 'COMPLETED' | 'TERMINATED' | 'CANCELLED'

/** The life of a recall, the one table: what may be done in which state, and where it leads. */
const steps = {
  REVISE: { from: ['DRAFT'], to: 'DRAFT', words: 'revised' },
  SUBMIT: { from: ['DRAFT'], to: 'IN_REVIEW', words: 'given to review' },
  RETURN: { from: ['IN_REVIEW'], to: 'DRAFT', words: 'returned to its author' },
  CANCEL: { from: ['DRAFT', 'IN_REVIEW'], to: 'CANCELLED', words: 'cancelled' },
  APPROVE: { from: ['DRAFT', 'IN_REVIEW'], to: 'ONGOING', words: 'approved' },
  AMEND: { from: ['ONGOING'], to: 'ONGOING', words: 'extended' },
  CHECK: { from: ['ONGOING'], to: 'ONGOING', words: 'checked' },
  CLOSE: { from: ['ONGOING'], to: 'COMPLETED', words: 'closed' },
  TERMINATE: { from: ['COMPLETED'], to: 'TERMINATED', words: 'terminated' },
} as const satisfies Record<string, { from: readonly RecallState[]; to: RecallState; words: string }>

export type RecallStep = keyof typeof steps

const isFrom = (step: RecallStep, state: RecallState): boolean => (steps[step].from as readonly RecallState[]).includes(state)

/** What may be done next: for buttons. */
export const stepsFrom = (state: RecallState): RecallStep[] => (Object.keys(steps) as RecallStep[]).filter((step) => isFrom(step, state))

/** The state after a step. @throws Refusal where the state does not allow it */
export const stateAfter = (step: RecallStep, state: RecallState): RecallState => {
  const { from, to, words } = steps[step]
  if (isFrom(step, state)) return to
  throw new Refusal('CONFLICT', `A recall that is ${state} cannot be ${words}: only one that is ${from.join(' or ')}.`, ['recall'])
}

export interface Authorship {
  readonly draftedBy: string | null
  /** The organization asks for two different people. */
  readonly twoPeople: boolean
}

/** Where two people are asked for, who signs has not drafted it. */
export const refuseOwnDraft = ({ draftedBy, twoPeople }: Authorship, signer: string): void => {
  if (twoPeople && draftedBy === signer) throw new Refusal('NOT_ALLOWED', 'Your organization asks for two people: somebody other than the author has to sign.', ['recall'])
}

const says = (conclusion: string, count: string): boolean =>
  new RegExp(`(?<![\\d.])${count.replace('.', '\\.')}(?![\\d.]*\\d)`).test(conclusion) && /unaccounted|not accounted|missing|not found|未追回|未追溯|下落不明|未回收|去向不明/i.test(conclusion)

/**
 * A recall with devices unaccounted for ends only where the signed conclusion says why: in `unaccountedReason`, or in its
 * own words that name how many are unaccounted for.
 */
export const refuseUnaccounted = (unaccounted: number, { conclusion, unaccountedReason }: { conclusion: string; unaccountedReason?: string | null }): void => {
  if (unaccounted === 0 || unaccountedReason?.trim() || says(conclusion, String(unaccounted))) return
  throw new Refusal('CONFLICT', `${unaccounted} are unaccounted for. Wait for the answers, or say in unaccountedReason (or in the conclusion: "${unaccounted} unaccounted for: …") why it can be closed.`, ['conclusion'])
}

const day = 86_400_000

/** Days that holders have to answer, by class: a default of ours, not the authorities' deadlines for the firm. */
const daysToRespond = { I: 3, II: 7, III: 14 } as const

/** When holders are to have answered, from the signature on. */
export const respondByOf = (classification: keyof typeof daysToRespond, signedAt: string): string =>
  new Date(Date.parse(signedAt) + daysToRespond[classification] * day).toISOString()
