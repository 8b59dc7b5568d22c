import type { Graph } from '../kernel/graph.ts'
import { forgetLeases, leaseRate } from './rate.cypher.ts'
import { DoorRefusal } from './refuse.ts'

/** Requests a minute. */
export interface RateLimits {
  readonly address: number
  readonly client: number
  readonly partner: number
  /** Look-ups of one organization that find nothing of its own. */
  readonly misses: number
}

interface Budget {
  minute: number
  /** Requests that this node may still let through without asking. */
  left: number
  /** Let through before the first lease of the minute was there; the next lease pays for them. */
  owed: number
  exhausted: boolean
  asking: Promise<void> | undefined
}

/** A lease is this part of the budget: the nodes ask the database ten times a minute at the most, and share fairly. */
const share = 10

const minuteOf = (time: number): number => Math.floor(time / 60_000)

const fresh = (minute: number, limit: number): Budget => ({ minute, left: Math.ceil(limit / share), owed: 0, exhausted: false, asking: undefined })

export interface Rates {
  /** Counts one request. @throws DoorRefusal 429 with Retry-After once the minute's budget is used up */
  take(kind: keyof RateLimits, who: string): Promise<void>
  /** Drops what belongs to minutes that have passed; the clock calls it. */
  sweep(): Promise<void>
}

/**
 * Rates per address, client and partner. Exact on one node; nodes share a minute's budget by leases, which are taken in
 * the background, so that a look-up writes nothing and waits for nothing but the last of its budget. While the database
 * is away each node keeps to the budget by itself.
 */
export const openRates = (graph: Graph, limits: RateLimits, now: () => number = Date.now): Rates => {
  const budgets = new Map<string, Budget>()

  const ask = async (key: string, limit: number, budget: Budget): Promise<void> => {
    const wanted = Math.ceil(limit / share) + budget.owed
    const [lease] = await graph.write((writer) => writer.run(leaseRate, { key, minute: budget.minute, limit, wanted })).catch(() => [{ granted: wanted }])
    const granted = (lease?.granted ?? 0) - budget.owed
    budget.left += granted
    budget.owed = 0
    budget.exhausted = granted <= 0
  }

  const lease = (key: string, limit: number, budget: Budget): Promise<void> =>
    (budget.asking ??= ask(key, limit, budget).finally(() => {
      budget.asking = undefined
    }))

  const budgetOf = (key: string, limit: number): Budget => {
    const minute = minuteOf(now())
    const known = budgets.get(key)
    if (known?.minute === minute) return known
    // The first share is let through on credit: nobody waits at the turn of the minute.
    const made = fresh(minute, limit)
    made.owed = made.left
    budgets.set(key, made)
    return made
  }

  const refuse = (kind: keyof RateLimits): never => {
    const seconds = Math.max(1, 60 - Math.floor((now() / 1_000) % 60))
    throw new DoorRefusal(429, 'RATE_LIMIT', `More than ${limits[kind]} requests in this minute by this ${kind}. Go on in ${seconds} s.`, { 'retry-after': String(seconds) })
  }

  return {
    take: async (kind, who) => {
      const limit = limits[kind]
      const key = `${kind}|${who}`
      const budget = budgetOf(key, limit)
      if (budget.left <= Math.ceil(limit / share / 2) && !budget.exhausted) void lease(key, limit, budget)
      while (budget.left <= 0 && !budget.exhausted) await lease(key, limit, budget)
      if (budget.left <= 0) refuse(kind)
      budget.left -= 1
    },
    sweep: async () => {
      const minute = minuteOf(now())
      for (const [key, budget] of budgets) if (budget.minute < minute) budgets.delete(key)
      await graph.write((writer) => writer.run(forgetLeases, { minute }))
    },
  }
}
