const logFactorial = (n: number): number => {
  let sum = 0
  for (let k = 2; k <= n; k += 1) sum += Math.log(k)
  return sum
}

/** P(X ≥ cases) of a Poisson variable with mean `expected`: Σ e^−λ λ^k / k!, summed from the tail so that small probabilities keep their digits. */
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
