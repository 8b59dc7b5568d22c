import { createHash } from 'node:crypto'
import { isAllowed, type Action } from '../access/may.ts'
import type { Context } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Writer } from '../kernel/graph.ts'
import { newId } from '../kernel/ids.ts'
import { auditRow, type AuditEntry } from './audit-row.ts'
import { claimKey, completeChange } from './change.cypher.ts'

/** Something that others are told of, kept in the same transaction as what it tells (the outbox). */
export interface Message {
  /** CloudEvents type, as `recall.notice.issued`. */
  readonly type: string
  /** Global id of what it is about. */
  readonly subject: string
  /** Id of the organization that it is for. */
  readonly organization: string
  readonly data: object
}

/** One transaction in the making: what it runs, records and tells is kept together or not at all. */
export interface Change extends Writer {
  /** The moment that the whole change is recorded at (ISO 8601, UTC). */
  readonly at: string
  audit(entry: AuditEntry): void
  tell(message: Message): void
}

export interface Command {
  readonly action: Action
  /** Chosen by the caller, unique within it. */
  readonly idempotencyKey: string
  readonly input: object
}

export interface Undone {
  readonly __typename: 'Refused' | 'IdempotencyKeyReused'
  readonly code: string
  readonly message: string
  readonly path: readonly string[] | null
}

/** Keys that this process works on now, so that an impatient repeat is told at once. Other nodes wait for the database's lock. */
const running = new Set<string>()

const refused = ({ code, message, path }: Refusal): Undone => ({ __typename: 'Refused', code, message, path })

const reused: Undone = {
  __typename: 'IdempotencyKeyReused',
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This key has been used for another input. Take a new key for a new request.',
  path: ['idempotencyKey'],
}

const keyOf = ({ viewer }: Context, { action, idempotencyKey }: Command): string => {
  if (!/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw new Refusal('INVALID_INPUT', 'Give idempotencyKey 1 to 200 visible ASCII characters, new for each request (a UUID does).', ['idempotencyKey'])
  return `${viewer.organization}|${viewer.person}|${action}|${idempotencyKey}`
}

const hashOf = (input: object): string => createHash('sha256').update(JSON.stringify(input)).digest('base64url')

const messageRow = (at: string, { data, ...message }: Message): object => ({ id: newId('msg'), at, ...message, data: JSON.stringify(data) })

const attempt = async <Answer extends object>(context: Context, command: Command, key: string, writer: Writer, work: (change: Change) => Promise<Answer>): Promise<Answer | Undone> => {
  const at = new Date().toISOString()
  const hash = hashOf(command.input)
  const [claimed] = await writer.run(claimKey, { key, hash, at })
  if (claimed?.hash !== hash) return reused
  if (claimed.answer !== null) return JSON.parse(claimed.answer) as Answer
  const records: AuditEntry[] = []
  const messages: Message[] = []
  const answer = await work({ at, run: writer.run, audit: (entry) => void records.push(entry), tell: (message) => void messages.push(message) })
  if (records.length === 0) throw new Error(`${command.action} leaves no audit record`)
  await writer.run(completeChange, {
    key,
    answer: JSON.stringify(answer),
    records: records.map((entry) => auditRow(context, command.action, at, entry)),
    messages: messages.map((message) => messageRow(at, message)),
  })
  return answer
}

/**
 * Does one thing that a partner reports: allowed by the table (access/may.ts), once for each idempotency key, all of it
 * in one transaction with its audit records and messages. `work` may run twice (the database asks for it when two got in
 * each other's way), so it must keep nothing outside. Its answer is stored as JSON, so that the same key answers the same.
 * @returns what `work` answers, or why nothing was changed
 */
export const change = async <Answer extends object>(context: Context, command: Command, work: (change: Change) => Promise<Answer>): Promise<Answer | Undone> => {
  let key: string | undefined
  try {
    if (!isAllowed(context.viewer, command.action)) throw new Refusal('NOT_ALLOWED', 'Your roles do not allow this. Ask an administrator of your organization.')
    const wanted = keyOf(context, command)
    if (running.has(wanted)) throw new Refusal('IN_PROGRESS', 'The same request is still running. Ask again in a moment with the same key.', ['idempotencyKey'])
    running.add(wanted)
    key = wanted
    return await context.graph.write((writer) => attempt(context, command, wanted, writer, work))
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  } finally {
    if (key !== undefined) running.delete(key)
  }
}
