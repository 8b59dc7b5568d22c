import { cypher, part } from '../../kernel/cypher.ts'
import type { ImportState, StoredJob } from './import-job.ts'
import { jobFields } from './import.cypher.ts'

/** Holder of the job, and its round: a worker that overslept, or whose round is over, changes nothing. */
interface Held {
  readonly id: string
  readonly holder: string
  readonly round: number
}

const held = part`
MATCH (job:ImportJob {id: $in.id})
SET job.asked = coalesce(job.asked, 0) + 1
WITH job WHERE job.holder = $in.holder AND job.round = $in.round`

/** Takes a job that waits and that no other worker holds, by the database's clock. */
export const takeJob = cypher<{ holder: string; lease: number }, { job: StoredJob }>()`
MATCH (job:ImportJob {waiting: true})
WHERE coalesce(job.until, 0) < datetime().epochMillis
WITH job ORDER BY job.createdAt LIMIT 1
SET job.asked = coalesce(job.asked, 0) + 1
WITH job WHERE coalesce(job.until, 0) < datetime().epochMillis AND job.waiting
SET job.holder = $in.holder, job.until = datetime().epochMillis + $in.lease
RETURN ${jobFields}
`

export interface AdvanceInput extends Held {
  readonly from: number
  readonly to: number
  readonly accepted: number
  readonly rejected: number
  readonly lease: number
  readonly parts: readonly { round: string; begin: number; problems: string }[]
}

/** So many lines more are done: in the transaction that keeps them, so that none is done twice or lost. */
export const advanceJob = cypher<AdvanceInput, { id: string }>()`
${held} AND job.done = $in.from
SET job.done = $in.to, job.accepted = job.accepted + $in.accepted, job.rejected = job.rejected + $in.rejected, job.until = datetime().epochMillis + $in.lease
FOREACH (row IN $in.parts | CREATE (part:ImportPart) SET part = row)
RETURN job.id AS id
`

export interface EndInput extends Held {
  readonly state: ImportState
  readonly code: string | null
  readonly message: string | null
  readonly at: string
  readonly lines: number | null
}

/** The round is over, or goes no further. */
export const endRound = cypher<EndInput, { id: string }>()`
${held}
SET job.mode = CASE WHEN $in.state <> 'CHECKED' THEN job.mode END, job.state = $in.state, job.code = $in.code, job.message = $in.message, job.lines = coalesce($in.lines, job.lines), job.finishedAt = $in.at, job.waiting = null, job.holder = null, job.until = null
RETURN job.id AS id
`

/** Lets any worker go on, after so many milliseconds. */
export const releaseJob = cypher<Pick<Held, 'id' | 'holder'> & { after: number }, never>()`
MATCH (job:ImportJob {id: $in.id})
WHERE job.holder = $in.holder
SET job.holder = null, job.until = datetime().epochMillis + $in.after
`
