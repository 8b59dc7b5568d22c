import { setTimeout as pause } from 'node:timers/promises'
import { errorCode, Failure } from '../kernel/failure.ts'
import { probe, type DatabaseAddress } from './bolt.ts'
import type { Neo4jHome } from './neo4j-home.ts'
import { startFailure } from './neo4j-process.ts'
import { isAlive, type ProcessIdentity } from './process-identity.ts'

// A recovery after a kill reads at most the logs since the last checkpoint; 20 s is the longest seen.
const DEADLINE_MS = 300_000

/**
 * Resolves when the server answers a query over Bolt; its log says "Started." on its own terms.
 * @throws Failure where it ends instead, or does not accept its password
 */
export async function becomesReady(home: Neo4jHome, server: ProcessIdentity, address: DatabaseAddress): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS
  for (let error = await probe(address); error; error = await probe(address)) {
    if (errorCode(error) === 'Neo.ClientError.Security.Unauthorized') throw passwordChanged(home, server)
    if (!isAlive(server)) throw startFailure(home)
    if (Date.now() > deadline) throw tooSlow(home)
    await pause(100)
  }
}

function passwordChanged(home: Neo4jHome, { pid }: ProcessIdentity): Failure {
  return new Failure(`The Neo4j of ${home.folder} (process ${pid}) no longer accepts the password in ${home.password}: write the one that was set into that file.`)
}

function tooSlow(home: Neo4jHome): Failure {
  return new Failure(`Neo4j did not answer within ${DEADLINE_MS / 60_000} minutes: see ${home.console}, end what else keeps this machine busy, and start again.`)
}
