import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Neo4jHome } from './neo4j-home.ts'
import { isAlive, type ProcessIdentity } from './process-identity.ts'

/** The managed Neo4j that was started last in this home. Neo4j's own pid file is not used: a second server on the
 * same store is refused by the store's lock, but deletes the first one's pid file. */
export interface Neo4jState extends ProcessIdentity {
  port: number
  /** Told to end; not to be joined any more. */
  stopping: boolean
  /** The processes that work with it. The last one to leave ends it. */
  users: ProcessIdentity[]
}

/** The server of this home while its process runs, with those of its users that still run. */
export function readState(home: Neo4jHome): Neo4jState | undefined {
  try {
    const state = JSON.parse(readFileSync(home.state, 'utf8')) as Neo4jState
    return isAlive(state) ? { ...state, users: state.users.filter(isAlive) } : undefined
  } catch {
    return undefined
  }
}

/** Synchronous, because a hub that crashes must still be able to write it. */
export function writeState(home: Neo4jHome, state: Neo4jState): void {
  const incoming = `${home.state}.${process.pid}`
  writeFileSync(incoming, JSON.stringify(state))
  renameSync(incoming, home.state)
}
