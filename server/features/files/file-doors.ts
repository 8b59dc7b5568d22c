import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Action, isAllowed } from '../../access/may.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal, type RefusalCode } from '../../kernel/errors.ts'
import type { Undone } from '../../record/change.ts'
import { recordRefusal } from '../../record/record.ts'
import { jobById } from './import.cypher.ts'
import type { StoredJob } from './import-job.ts'
import { inChinese } from './reason-words.ts'
import { reportNamed } from './reports.ts'
import { Unreadable } from './row.ts'

export type ContextOf = (request: FastifyRequest) => Promise<Context>

const statuses: Readonly<Record<string, number>> = {
  INVALID_INPUT: 400, NOT_FOUND: 404, NOT_ALLOWED: 403, CONFLICT: 409, IN_PROGRESS: 409, IDEMPOTENCY_KEY_REUSED: 409, TOO_LARGE: 413, UNREADABLE: 400, EMPTY_FILE: 400,
} satisfies Partial<Record<RefusalCode | Undone['code'] | Unreadable['code'], number>>

/** Why not, with the code that systems read and words for both languages. */
const refuse = (reply: FastifyReply, { code, message }: { code: string; message: string }): FastifyReply =>
  reply.code(statuses[code] ?? 409).send({ error: message, errorZh: inChinese(code, message), code })

export const nothing = new Refusal('NOT_FOUND', 'There is no such import. Ask for your own ones at /files/imports.')

/** Answers what `work` gives, or why it was refused: thrown, or as a change's answer. */
export const answered = async (reply: FastifyReply, work: () => Promise<object>): Promise<FastifyReply> => {
  try {
    const answer = await work()
    return '__typename' in answer && 'code' in answer ? refuse(reply, answer as Undone) : await reply.header('cache-control', 'no-store').send(answer)
  } catch (error) {
    if (error instanceof Refusal || error instanceof Unreadable) return refuse(reply, error)
    throw error
  }
}

/** @throws Refusal NOT_ALLOWED, recorded, where the viewer's roles do not take the action */
export const allowedTo = async (context: Context, action: Action): Promise<void> => {
  if (isAllowed(context.viewer, 'IMPORT_FILE') && isAllowed(context.viewer, action)) return
  await recordRefusal(context, { action: 'IMPORT_FILE', code: 'NOT_ALLOWED', subject: context.viewer.organization })
  throw new Refusal('NOT_ALLOWED', 'Your roles do not allow this. Ask an administrator of your organization.')
}

/** The viewer's own job. @throws Refusal NOT_FOUND where it is another's or nobody's, NOT_ALLOWED where the report is not the viewer's to make */
export const ownJob = async (context: Context, id: string): Promise<StoredJob> => {
  const [found] = await context.graph.read(jobById, { id })
  if (found === undefined) throw nothing
  await allowedTo(context, reportNamed(found.job.report).action)
  return found.job
}
