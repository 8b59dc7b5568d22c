import { readFileSync, rmSync } from 'node:fs'
import { link, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from '../kernel/failure.ts'
import { isAlive, thisProcess, type ProcessIdentity } from './process-identity.ts'

/**
 * Does the work while no other process does anything under the same lock file; waits for its turn. The lock of a
 * process that was killed counts no more.
 */
export async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(lock))) await pause(100)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** A link makes the lock appear with its content in one step, so that no kill can leave one without an owner. */
async function take(lock: string): Promise<boolean> {
  const mine = `${lock}.${process.pid}`
  await writeFile(mine, JSON.stringify(thisProcess()))
  try {
    await link(mine, lock)
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    if (isLeftBehind(lock)) rmSync(lock, { force: true })
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function isLeftBehind(lock: string): boolean {
  try {
    return !isAlive(JSON.parse(readFileSync(lock, 'utf8')) as ProcessIdentity)
  } catch {
    // Its owner has just let go of it.
    return false
  }
}
