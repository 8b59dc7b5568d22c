const [second, minute, hour] = [1_000, 60_000, 3_600_000]

/** Milliseconds from each failed attempt to the next; together three days less twenty minutes. */
const pauses = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 20 * hour]

/** Of each pause, by chance, so that what failed together does not come back together. */
const jitter = 0.1

/** How long a message is worth delivering at all: what is older when it is first looked at stays in the lists only. */
export const deliveryDays = 3

/**
 * When a delivery is tried again.
 * @param attempts that were made, this one included; @param chance from 0 to 1
 * @returns the time in ISO 8601; null where that was the last: a dead letter
 */
export const nextAttempt = (attempts: number, now: Date, chance: number): string | null => {
  const pause = pauses[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * (1 - jitter * chance)).toISOString()
}

/** What an answer means: delivered, gone for good (the receiver wants nothing any more), or to be tried again. */
export const outcomeOf = (status: number | null): 'DELIVERED' | 'GONE' | 'FAILED' => {
  if (status === 410) return 'GONE'
  return status !== null && status >= 200 && status < 300 ? 'DELIVERED' : 'FAILED'
}
