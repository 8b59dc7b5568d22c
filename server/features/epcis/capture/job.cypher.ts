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
  /** When it last got on. */
  readonly touchedAt: string
}

const shown = part`job {.id, .createdAt, .finishedAt, .running, .success, .behaviour, .total, .captured, .repeated, .errors, .touchedAt}`

export const createJob = cypher<{ job: object }, never>()`
CREATE (job:CaptureJob)
SET job = $in.job
`

/** What one transaction of the job did, in that transaction. */
export const advanceJob = cypher<{ id: string; at: string; captured: number; repeated: number }, never>()`
MATCH (job:CaptureJob {id: $in.id})
SET job.captured = job.captured + toInteger($in.captured), job.repeated = job.repeated + toInteger($in.repeated), job.touchedAt = $in.at
`

export const finishJob = cypher<{ id: string; at: string; success: boolean; errors: string }, never>()`
MATCH (job:CaptureJob {id: $in.id})
SET job.running = false, job.finishedAt = $in.at, job.touchedAt = $in.at, job.success = $in.success, job.errors = $in.errors
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
