import { cypher, part } from '../../../kernel/cypher.ts'

/** A document's capture, as its sender follows it. `errors` is JSON. */
export interface JobRow {
  readonly id: string
  readonly createdAt: string
  readonly finishedAt: string | null
  readonly running: boolean
  readonly success: boolean
  readonly behaviour: 'rollback' | 'proceed'
  readonly total: number
  readonly captured: number
  readonly repeated: number
  readonly errors: string
  /** Until when somebody has it, in milliseconds since 1970; null of one that ended. */
  readonly until: number | null
}

const shown = part`job {.id, .createdAt, .finishedAt, .running, .success, .behaviour, .total, .captured, .repeated, .errors, .until}`

const held = part`job.until = datetime().epochMillis + toInteger($in.lease)`

export const createJob = cypher<{ job: object; lease: number }, never>()`
CREATE (job:CaptureJob)
SET job = $in.job, ${held}
`

/** The node still has these. */
export const renewJobs = cypher<{ ids: readonly string[]; holder: string; lease: number }, never>()`
UNWIND $in.ids AS id
MATCH (job:CaptureJob {id: id}) WHERE job.holder = $in.holder AND job.waiting
SET ${held}
`

/** Those of these ids that are not done. */
export const waitingJobs = cypher<{ ids: readonly string[] }, { id: string }>()`
UNWIND $in.ids AS id
MATCH (job:CaptureJob {id: id}) WHERE job.waiting
RETURN id
`

/** What it takes to go on with a job. */
export interface LeftJob extends Pick<JobRow, 'id' | 'behaviour' | 'errors'> {
  /** JSON of who began it. */
  readonly began: string
  /** JSON-LD. */
  readonly context: string
  /** How many events wait in its file. */
  readonly spooled: number
}

/** Takes a job that nobody has, by the database's clock. */
export const takeJob = cypher<{ id: string; holder: string; lease: number }, { job: LeftJob }>()`
MATCH (job:CaptureJob {id: $in.id})
SET job.asked = coalesce(job.asked, 0) + 1
WITH job WHERE job.waiting AND job.until < datetime().epochMillis
SET job.holder = $in.holder, ${held}
RETURN job {.id, .behaviour, .errors, .began, .context, .spooled} AS job
`

/** Whoever comes next may go on with it at once. */
export const releaseJob = cypher<{ id: string; holder: string }, never>()`
MATCH (job:CaptureJob {id: $in.id}) WHERE job.holder = $in.holder AND job.waiting
SET job.until = 0
`

/** What one transaction of the job did, in that transaction. */
export const advanceJob = cypher<{ id: string; captured: number; repeated: number }, never>()`
MATCH (job:CaptureJob {id: $in.id})
SET job.captured = job.captured + toInteger($in.captured), job.repeated = job.repeated + toInteger($in.repeated)
`

export const finishJob = cypher<{ id: string; holder: string; at: string; success: boolean; errors: string }, never>()`
MATCH (job:CaptureJob {id: $in.id}) WHERE job.holder = $in.holder
SET job.running = false, job.finishedAt = $in.at, job.success = $in.success, job.errors = $in.errors,
  job.waiting = null, job.holder = null, job.until = null, job.began = null, job.context = null
`

/** One of the viewer's organization. */
export const jobById = cypher<{ id: string }, { job: JobRow }>()`
MATCH (job:CaptureJob {id: $in.id})
WHERE job.organization = $viewer.organization
RETURN ${shown} AS job
`

/** The viewer's organization's, the newest first. */
export const jobPage = cypher<{ before: string; limit: number }, { place: string; job: JobRow }>()`
MATCH (job:CaptureJob)
WHERE job.organization = $viewer.organization AND job.place < $in.before
RETURN job.place AS place, ${shown} AS job
ORDER BY job.organization DESC, job.place DESC LIMIT toInteger($in.limit)
`
