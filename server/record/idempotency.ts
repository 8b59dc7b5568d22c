import { createHash } from 'node:crypto'
import type { Action } from '../access/may.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Viewer } from '../kernel/viewer.ts'

/** Chosen by the caller, unique within it and the action. */
export const storedKey = ({ organization, person }: Viewer, action: Action, key: string): string => {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refusal('INVALID_INPUT', 'Give idempotencyKey 1 to 200 visible ASCII characters, new for each request (a UUID does).', ['idempotencyKey'])
  return `${organization}|${person}|${action}|${key}`
}

/** What a signature proves itself with: a sum of it could be guessed, and a repeat may come with a newer code. */
const secrets = new Set(['password', 'oneTimeCode', 'reauthentication'])

const publicPart = (name: string, value: unknown): unknown => (secrets.has(name) ? undefined : value)

/** Tells one input from another, without what proves a person. */
export const inputHash = (input: object): string => createHash('sha256').update(JSON.stringify(input, publicPart)).digest('base64url')

/** Keys that this process works on now, so that an impatient repeat is told at once. Other nodes wait for the database's lock. */
const running = new Set<string>()

/** Does the work while no other request of this process has the same key. */
export const oneAtATime = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
  if (running.has(key)) throw new Refusal('IN_PROGRESS', 'The same request is still running. Ask again in a moment with the same key.', ['idempotencyKey'])
  running.add(key)
  try {
    return await work()
  } finally {
    running.delete(key)
  }
}
