import { createHash } from 'node:crypto'
import type { Transactions } from '../kernel/graph.ts'
import { clearTries, countTries } from './throttle.cypher.ts'

/** Wrong tries within the window (milliseconds) after which no more is looked at until it ends. */
export const throttle = { window: 15 * 60_000, account: 5, address: 50 } as const

export interface Tries {
  /** What is tried to be: a username or a person's id. The same whether it exists or not. */
  readonly account: string
  /** Where it comes from; null where that is not known. */
  readonly address: string | null
}

/** Of the account only a sum is kept: what was typed may be a password, and outlives whoever is erased. */
const sumOf = (account: string): string => createHash('sha256').update(account).digest('base64url')

const keysOf = ({ account, address }: Tries) => ({ account: `account ${sumOf(account)}`, address: `address ${address ?? 'unknown'}` })

/**
 * Counts a try, shared between nodes.
 * @returns the seconds to wait where there were too many of the account or of the address; 0 where it may go on
 */
export const begin = async (graph: Transactions, tries: Tries, now = Date.now()): Promise<number> => {
  const { account, address } = keysOf(tries)
  const counted = await graph.write((writer) => writer.run(countTries, { keys: [account, address], now, window: throttle.window }))
  const over = counted.filter(({ key, count }) => count > (key === account ? throttle.account : throttle.address))
  return Math.max(0, ...over.map(({ since }) => Math.ceil((since + throttle.window - now) / 1_000)))
}

/** A right secret: what was counted against it is forgotten. */
export const succeed = async (graph: Transactions, tries: Tries): Promise<void> => {
  await graph.write((writer) => writer.run(clearTries, keysOf(tries)))
}
