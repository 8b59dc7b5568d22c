import type { Graph } from '../kernel/graph.ts'
import { newId } from '../kernel/ids.ts'
import { recentRevocations, removeOldRevocations, type Revoked, type RevokedKind, revoke } from './revocation.cypher.ts'
import type { Writer } from '../kernel/graph.ts'

/** Longer than a token lives (five minutes) and clocks differ: an older revocation has nothing left to end. */
const span = 10 * 60_000

export interface Revocations {
  /** Tells of each that is new to this node, at most a second after it was written. */
  onRevoked(listener: (revoked: Revoked) => void): void
  /** Reads what is new; the clock calls it each second. */
  poll(): Promise<void>
}

/** Ends something on every node within two seconds, if the transaction is kept. */
export const revokeIn = async (writer: Writer, kind: RevokedKind, of: string): Promise<void> => {
  await writer.run(revoke, { id: newId('rev'), kind, of })
}

/** The node's own view of what was revoked. */
export const openRevocations = (graph: Graph): Revocations => {
  const seen = new Set<string>()
  const listeners: ((revoked: Revoked) => void)[] = []
  return {
    onRevoked: (listener) => void listeners.push(listener),
    poll: async () => {
      const recent = await graph.read(recentRevocations, { span })
      for (const revoked of recent.filter(({ id }) => !seen.has(id))) {
        seen.add(revoked.id)
        for (const listener of listeners) listener(revoked)
      }
      const current = new Set(recent.map(({ id }) => id))
      for (const id of seen) if (!current.has(id)) seen.delete(id)
    },
  }
}

/** Removes what no token can remember. */
export const forgetRevocations = (graph: Graph): Promise<unknown> => graph.write((writer) => writer.run(removeOldRevocations, { span: 2 * span }))
