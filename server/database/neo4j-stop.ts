import { setTimeout as pause } from 'node:timers/promises'
import type { Neo4jHome } from './neo4j-home.ts'
import { readState, writeState, type Neo4jState } from './neo4j-state.ts'
import { isAlive, type ProcessIdentity } from './process-identity.ts'

// A checkpoint of much unwritten data takes a while; a kill before costs a recovery at the next start, but no data.
const PATIENCE_MS = 10_000

/**
 * This process works with the server no more. The last user tells it to end, and gets it back to wait for that.
 * Synchronous, so that it also works while the process exits.
 */
export function resign(home: Neo4jHome): Neo4jState | undefined {
  const state = readState(home)
  if (!state) return undefined
  const users = state.users.filter(({ pid }) => pid !== process.pid)
  const stopping = users.length === 0
  writeState(home, { ...state, users, stopping })
  if (!stopping) return undefined
  process.kill(state.pid, 'SIGTERM')
  return state
}

/** Resolves when the process has ended, by force if it takes too long. */
export async function hasGone(server: ProcessIdentity): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (isAlive(server)) {
    if (Date.now() > deadline) process.kill(server.pid, 'SIGKILL')
    await pause(50)
  }
}
