import { setTimeout as pause } from 'node:timers/promises'
import type { Driver } from 'neo4j-driver'
import { errorCode } from '../kernel/failure.ts'

const TRIES = 20

/**
 * Does the work while no other node migrates this database. The lock is a write lock on one node, held by an open
 * transaction: the database itself lets go of it when its holder dies.
 */
export async function withMigrationLock<T>(driver: Driver, database: string, work: () => Promise<T>): Promise<T> {
  const session = driver.session({ database })
  try {
    await ensureConstraints((statement) => session.run(statement))
    const lock = session.beginTransaction()
    await lock.run("MERGE (lock:MigrationLock {name: 'migrations'}) SET lock.takenAt = $now", { now: new Date().toISOString() })
    const result = await work()
    await lock.commit()
    return result
  } finally {
    await session.close()
  }
}

/** Without its constraint two MERGE at once would make two locks. */
async function ensureConstraints(run: (statement: string) => Promise<unknown>, triesLeft = TRIES): Promise<void> {
  try {
    await run('CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (lock:MigrationLock) REQUIRE lock.name IS UNIQUE')
    await run('CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (m:Migration) REQUIRE m.version IS UNIQUE')
  } catch (error) {
    // IF NOT EXISTS looks before it locks, so of two at once one can still collide.
    const collided = /AlreadyExists$|^Neo\.TransientError/.test(errorCode(error) ?? '')
    if (!collided || triesLeft === 0) throw error
    await pause(100)
    await ensureConstraints(run, triesLeft - 1)
  }
}
