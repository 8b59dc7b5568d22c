import type { Reader } from '../../kernel/graph.ts'
import { importPath } from './file-store.ts'
import { headerProblems } from './header.rules.ts'
import { problemsOfRound } from './import.cypher.ts'
import { linesToTry, mappingOf, roundKey, type StoredJob } from './import-job.ts'
import type { Problem } from './line.rules.ts'
import { inChinese } from './reason-words.ts'
import { reportNamed } from './reports.ts'
import { sampleTable } from './table.ts'

const withChinese = <Told extends { code: string; message: string }>(told: Told): Told & { messageZh: string } => ({ ...told, messageZh: inChinese(told.code, told.message) })

/** A job as its partner's people and systems get it. */
export const importAnswer = (job: StoredJob) => {
  const { id, report, fileName, kind, encoding, delimiter, bytes, timeZone, createdAt, finishedAt, state, mode, done, total, lines, accepted, rejected, code, message } = job
  return {
    id, report, fileName, kind, encoding, delimiter, bytes, timeZone, createdAt, finishedAt, state, mode, done, total, lines, accepted, rejected,
    /** Whether all or nothing may be asked for. */
    canBeWhole: linesToTry(job) <= reportNamed(report).whole,
    reason: code === null ? null : withChinese({ code, message: message ?? '' }),
  }
}

/** The job with problems of its newest round, those of about 500 lines from `from` on; `next` is where the following ones begin. */
export const importPage = async (graph: Reader, job: StoredJob, from: number) => {
  const [piece, following] = await graph.read(problemsOfRound, { round: roundKey(job.id, job.round), from, limit: 2 })
  const problems = piece === undefined ? [] : (JSON.parse(piece.problems) as Problem[])
  return { ...importAnswer(job), problems: problems.map(withChinese), next: following?.begin ?? null }
}

/** The file's columns with their first cells, the report's fields, and what keeps the mapping from being used. */
export const columnsAnswer = async (dataFolder: string, job: StoredJob) => {
  const mapping = mappingOf(job)
  const { columns } = reportNamed(job.report)
  const found = await sampleTable(importPath(dataFolder, job.sha256), job)
  return {
    columns: found.map(({ name, samples }) => ({ name, samples, field: mapping[name] ?? null })),
    fields: columns.map(({ field, en, zh, required }) => ({ field, en, zh, required: required ?? false })),
    problems: headerProblems(mapping, columns).map(withChinese),
    timeZone: job.timeZone,
  }
}
