/** Cases and exposure of one thing (a batch, lot, supplier, model or site) beside the rest of its kind. */
export interface Exposure {
  readonly id: string
  readonly cases: number
  /** Devices in stock and used that could have had an event. */
  readonly devices: number
}

export interface Signal extends Exposure {
  /** Cases that the others' rate would let expect. */
  readonly expected: number
  /** How probable as many cases or more are, were its rate the others'. */
  readonly p: number
  /** Cases over expected cases. */
  readonly ratio: number
}

export interface SignalParameters {
  /** Fewer cases are no signal, however improbable. */
  readonly leastCases: number
  /** The share of false signals that is accepted among all things looked at (Bonferroni: divided by their number). */
  readonly alpha: number
  /** Cases that are added to the others', spread by exposure, so that no rate is zero where there have been none. */
  readonly prior: number
}

export const usualParameters: SignalParameters = { leastCases: 3, alpha: 0.05, prior: 0.5 }

/** P(X ≥ cases) of a Poisson variable: 1 − Σ e^−λ λ^k / k!, summed from the tail so that small probabilities keep their digits. */
export const poissonTail = (cases: number, expected: number): number => {
  if (cases <= 0) return 1
  if (expected <= 0) return 0
  let term = Math.exp(-expected + cases * Math.log(expected) - logFactorial(cases))
  let sum = term
  for (let k = cases + 1; term > sum * 1e-15 || k <= expected; k += 1) {
    term *= expected / k
    sum += term
  }
  return Math.min(1, sum)
}

const logFactorial = (n: number): number => {
  let sum = 0
  for (let k = 2; k <= n; k += 1) sum += Math.log(k)
  return sum
}

/**
 * More cases than expected: each thing's cases against the rate of all the others together (one-sided exact Poisson test on
 * exposure). The most improbable first. A signal is a question to a person, with its numbers; never a proof.
 */
export const signalsAmong = (things: readonly Exposure[], { leastCases, alpha, prior }: SignalParameters = usualParameters): Signal[] => {
  const looked = things.filter(({ devices }) => devices > 0)
  const total = looked.reduce((sum, { cases, devices }) => ({ cases: sum.cases + cases, devices: sum.devices + devices }), { cases: 0, devices: 0 })
  return looked
    .map((thing) => {
      const others = total.devices - thing.devices
      const rate = others > 0 ? (total.cases - thing.cases + prior) / others : 0
      const expected = rate * thing.devices
      return { ...thing, expected, p: others > 0 ? poissonTail(thing.cases, expected) : 1, ratio: expected > 0 ? thing.cases / expected : 0 }
    })
    .filter(({ cases, p }) => cases >= leastCases && p < alpha / looked.length)
    .sort((one, other) => one.p - other.p)
}
