import { cypher, part } from '../../kernel/cypher.ts'
import type { ImportMode, StoredJob } from './import-job.ts'

/** All that a job has, for who asks and for its worker. */
export const jobFields = part`job {.id, .organization, .report, .fileName, .sha256, .bytes, .kind, .encoding, .delimiter, .timeZone, .createdAt, .state, .mode, .mapping, .began, .round, .retryOf, .done, .total, .lines, .accepted, .rejected, .code, .message, .finishedAt} AS job`

/** A new round: nothing of it is done. */
const begun = part`job.round = job.round + 1, job.done = 0, job.rejected = 0, job.code = null, job.message = null, job.finishedAt = null, job.waiting = true`

/** The same file for the same report of the same partner is one job, whatever two requests race. */
export const createJob = cypher<{ key: string; row: object }, { id: string }>()`
MERGE (job:ImportJob {key: $in.key})
ON CREATE SET job += $in.row
RETURN job.id AS id
`

/** The viewer's own. */
export const jobById = cypher<{ id: string }, { job: StoredJob }>()`
MATCH (job:ImportJob {id: $in.id})
WHERE job.organization = $viewer.organization
RETURN ${jobFields}
`

/** The viewer's own, newest first. */
export const jobsOfViewer = cypher<{ before: string; limit: number }, { job: StoredJob }>()`
MATCH (job:ImportJob)
WHERE job.organization = $viewer.organization AND job.createdAt < $in.before
WITH job ORDER BY job.organization DESC, job.createdAt DESC LIMIT toInteger($in.limit)
RETURN ${jobFields}
`

/** What is wrong with a round's lines, piece by piece. */
export const problemsOfRound = cypher<{ round: string; from: number; limit: number }, { begin: number; problems: string }>()`
MATCH (part:ImportPart)
WHERE part.round = $in.round AND part.begin >= $in.from
WITH part ORDER BY part.round, part.begin LIMIT toInteger($in.limit)
RETURN part.begin AS begin, part.problems AS problems
`

/** Another understanding of the columns: what was found by the old one is looked at anew. */
export const mapJob = cypher<{ id: string; mapping: string; timeZone: string; state: string; began: string }, { id: string }>()`
MATCH (job:ImportJob {id: $in.id})
SET job.asked = coalesce(job.asked, 0) + 1
WITH job WHERE job.organization = $viewer.organization AND job.state IN ['NEEDS_COLUMNS', 'CHECKING', 'CHECKED', 'FAILED'] AND job.mode IS NULL
SET job.mapping = $in.mapping, job.timeZone = $in.timeZone, job.began = $in.began, job.state = $in.state, job.lines = null, job.total = null, job.accepted = 0, job.holder = null, job.until = null, ${begun}
SET job.waiting = CASE $in.state WHEN 'CHECKING' THEN true END
RETURN job.id AS id
`

interface CommitInput {
  readonly id: string
  readonly round: number
  readonly mode: ImportMode
  readonly began: string
}

/** From the dry run, or to try again what the last commit did not take. */
export const commitJob = cypher<CommitInput, { id: string }>()`
MATCH (job:ImportJob {id: $in.id})
SET job.asked = coalesce(job.asked, 0) + 1
WITH job WHERE job.organization = $viewer.organization AND job.round = $in.round AND (job.state = 'CHECKED' OR (job.state = 'DONE' AND job.rejected > 0))
SET job.retryOf = CASE job.state WHEN 'DONE' THEN job.round END, job.total = CASE job.state WHEN 'DONE' THEN job.rejected ELSE job.lines END, job.accepted = CASE job.state WHEN 'DONE' THEN job.accepted ELSE 0 END
SET job.state = 'RUNNING', job.mode = $in.mode, job.began = $in.began, ${begun}
RETURN job.id AS id
`

/** Goes on where it stopped, for somebody else. */
export const resumeJob = cypher<{ id: string; began: string }, { id: string }>()`
MATCH (job:ImportJob {id: $in.id})
SET job.asked = coalesce(job.asked, 0) + 1
WITH job WHERE job.organization = $viewer.organization AND job.state = 'STOPPED'
SET job.state = 'RUNNING', job.began = $in.began, job.code = null, job.message = null, job.waiting = true
RETURN job.id AS id
`

/** What a partner called the columns of a report before. */
export const rememberedColumns = cypher<{ report: string }, { names: string }>()`
MATCH (memory:ImportMemory {key: $viewer.organization + '|' + $in.report})
RETURN memory.names AS names
`

export const rememberColumns = cypher<{ report: string; names: string }, never>()`
MERGE (memory:ImportMemory {key: $viewer.organization + '|' + $in.report})
SET memory.names = $in.names
`
