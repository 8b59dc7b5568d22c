import { isAllowed, type Action } from '../access/may.ts'
import type { Context } from '../kernel/context.ts'
import { Refusal } from '../kernel/errors.ts'
import type { Writer } from '../kernel/graph.ts'
import { newId } from '../kernel/ids.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type AuditEntry, recordRows } from './audit-row.ts'
import { claimKey, completeChange, releaseKey } from './change.cypher.ts'
import { inputHash, oneAtATime, storedKey } from './idempotency.ts'
import { recordRefusal } from './record.ts'
import type { SignatureInput } from './signature.input.ts'

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

/** Of a request's context, what a change needs; without `reauthenticate` nothing can be signed. */
export type Acting = Pick<Context, 'viewer' | 'graph' | 'address' | 'requestId'> & Partial<Pick<Context, 'reauthenticate'>>

/** One transaction in the making: what it runs, records and tells is kept together or not at all. */
export interface Change extends Writer {
  /** The moment that the whole change is recorded at (ISO 8601, UTC). */
  readonly at: string
  readonly viewer: Viewer
  audit(entry: AuditEntry): void
  tell(message: Message): void
  /** The viewer proves again who it is: asked once, however often the transaction runs, since a one-time code is good once. */
  reauthenticate(proof: SignatureInput): Promise<void>
}

export interface Command {
  readonly action: Action
  /** Chosen by the caller, unique within it. */
  readonly idempotencyKey: string
  readonly input: object
  /** Global id of what it is about, where the input names one: its record then has the refusals too. */
  readonly subject?: string
  /** May share its transaction with others of this kind (Transactions.share). */
  readonly isShared?: boolean
  /** How long its transaction may take, where that is more than usual. */
  readonly milliseconds?: number
}

export interface Undone {
  readonly __typename: 'Refused' | 'IdempotencyKeyReused'
  readonly code: string
  readonly message: string
  readonly path: readonly string[] | null
}

const refused = ({ code, message, path }: Refusal): Undone => ({ __typename: 'Refused', code, message, path })

const reused: Undone = {
  __typename: 'IdempotencyKeyReused',
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This key has been used for another input. Take a new key for a new request.',
  path: ['idempotencyKey'],
}

const messageRow = (at: string, { data, ...message }: Message): object => ({ id: newId('msg'), at, ...message, data: JSON.stringify(data) })

/** A promise of the proof, made when it is first asked for and kept for the transaction's further runs. */
const proofOf = ({ reauthenticate, viewer, address }: Acting): Change['reauthenticate'] => {
  let proved: Promise<boolean> | undefined
  return async ({ password, oneTimeCode, reauthentication }) => {
    if (viewer.client !== null || !reauthenticate) throw new Refusal('SIGNATURE_REFUSED', 'A system cannot sign. A person has to, in the portal or by a token of its own.', ['signature'])
    proved ??= reauthenticate(viewer.person, { password: password ?? '', oneTimeCode: oneTimeCode ?? null, ticket: reauthentication ?? null }, address)
    if (!(await proved)) throw new Refusal('SIGNATURE_REFUSED', 'That is not your password or your code. Nothing was signed.', ['signature'])
  }
}

interface Attempt<Answer> {
  readonly context: Acting
  readonly command: Command
  readonly key: string
  readonly prove: Change['reauthenticate']
  readonly work: (change: Change) => Promise<Answer>
}

const attempt = async <Answer extends object>(writer: Writer, { context, command, key, prove, work }: Attempt<Answer>): Promise<Answer | Undone> => {
  const at = new Date().toISOString()
  const hash = inputHash(command.input)
  const [claimed] = await writer.run(claimKey, { rows: [{ key, hash, at }] })
  if (claimed?.hash !== hash) return reused
  if (claimed.answer !== null) return JSON.parse(claimed.answer) as Answer
  const entries: AuditEntry[] = []
  const messages: Message[] = []
  const answer = await work({ at, viewer: context.viewer, run: writer.run, audit: (entry) => void entries.push(entry), tell: (message) => void messages.push(message), reauthenticate: prove })
  if (entries.length === 0) throw new Error(`${command.action} leaves no audit record`)
  await writer.run(completeChange, {
    answers: [{ key, answer: JSON.stringify(answer) }],
    messages: messages.map((message) => messageRow(at, message)),
    ...recordRows(context, { action: command.action, at }, entries),
  })
  return answer
}

const tried = async <Answer extends object>(context: Acting, command: Command, work: (change: Change) => Promise<Answer>): Promise<Answer | Undone> => {
  try {
    if (!isAllowed(context.viewer, command.action)) throw new Refusal('NOT_ALLOWED', 'Your roles do not allow this. Ask an administrator of your organization.')
    const key = storedKey(context.viewer, command.action, command.idempotencyKey)
    const prove = proofOf(context)
    const run = (writer: Writer): Promise<Answer | Undone> => attempt(writer, { context, command, key, prove, work })
    return await oneAtATime(key, () => (command.isShared ? context.graph.share({ run, takeBack: (writer) => writer.run(releaseKey, { key }) }) : context.graph.write(run, command.milliseconds)))
  } catch (error) {
    if (error instanceof Refusal) return refused(error)
    throw error
  }
}

const isUndone = (answer: object): answer is Undone => '__typename' in answer && (answer.__typename === 'Refused' || answer.__typename === 'IdempotencyKeyReused')

/**
 * Does one thing that a partner reports: allowed by the table (access/may.ts), once for each idempotency key, all of it
 * in one transaction with its audit records and messages. `work` may run twice (the database asks for it when two got in
 * each other's way), so it must keep nothing outside. Its answer is stored as JSON, so that the same key answers the same.
 * @returns what `work` answers, or why nothing was changed; that is recorded too
 */
export const change = async <Answer extends object>(context: Acting, command: Command, work: (change: Change) => Promise<Answer>): Promise<Answer | Undone> => {
  const answer = await tried(context, command, work)
  // A repeat that came too early is no refusal: the first is still being done.
  if (isUndone(answer) && answer.code !== 'IN_PROGRESS') await recordRefusal(context, { action: command.action, code: answer.code, subject: command.subject })
  return answer
}
