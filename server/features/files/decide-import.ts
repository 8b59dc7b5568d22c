import { Refusal } from '../../kernel/errors.ts'
import { type Acting, change, type Undone } from '../../record/change.ts'
import { headerProblems, type Mapping, plainName } from './header.rules.ts'
import { commitJob, mapJob, rememberColumns, resumeJob } from './import.cypher.ts'
import { type ImportMode, linesToTry, mappingOf, type StoredJob } from './import-job.ts'
import { beganBy, checkTimeZone, remembered } from './receive-file.ts'
import { reportNamed } from './reports.ts'

const conflict = (message: string): Refusal => new Refusal('CONFLICT', message)

/**
 * Says which column is which, and in which zone times are meant; remembered for the partner's next file of the report.
 * A new dry run begins.
 * @param columns field by name of column, null for one that fills none; those not named stay as they are
 * @throws Refusal (as data) where a needed column is missing, or lines were kept already
 */
export const mapColumns = async (context: Acting, job: StoredJob, columns: Mapping, timeZone: string): Promise<{ id: string } | Undone> => {
  const before = await remembered(context, job.report)
  return change(context, { action: 'IMPORT_FILE', idempotencyKey: `map-${job.id}-${job.round}`, input: { columns, timeZone }, subject: job.id }, async (changing) => {
    checkTimeZone(timeZone)
    const known = mappingOf(job)
    const report = reportNamed(job.report)
    const stranger = Object.entries(columns).find(([name, field]) => !(name in known) || (field !== null && !report.columns.some((column) => column.field === field)))
    if (stranger) throw new Refusal('INVALID_INPUT', `There is no column ${stranger[0]} in the file, or no field ${stranger[1] ?? ''} in the report.`, ['columns'])
    const mapping = { ...known, ...columns }
    const [problem] = headerProblems(mapping, report.columns)
    if (problem) throw new Refusal('INVALID_INPUT', problem.message, ['columns', problem.field])
    const [done] = await changing.run(mapJob, { id: job.id, mapping: JSON.stringify(mapping), timeZone, state: 'CHECKING', began: beganBy(context.viewer) })
    if (!done) throw conflict('Its lines are being kept, or were: the columns cannot be changed any more.')
    const names = Object.fromEntries(Object.entries(columns).map(([name, field]) => [plainName(name), field]))
    await changing.run(rememberColumns, { report: job.report, names: JSON.stringify({ ...before, ...names }) })
    changing.audit({ subject: job.id, changes: Object.entries(columns).map(([field, after]) => ({ field, before: known[field] ?? null, after })) })
    return done
  })
}

const commitText = 'Only what was checked can be committed, and once: look where it is now.'

/**
 * Keeps the lines: the good ones, or all or nothing. After that the same again tries what was not taken.
 * @throws Refusal (as data) where it is not checked, or is too long for all or nothing
 */
export const commitImport = (context: Acting, job: StoredJob, mode: ImportMode): Promise<{ id: string } | Undone> =>
  change(context, { action: 'IMPORT_FILE', idempotencyKey: `commit-${job.id}-${job.round}-${job.done}`, input: { mode }, subject: job.id }, async (changing) => {
    const { whole } = reportNamed(job.report)
    if (mode === 'ALL_OR_NOTHING' && linesToTry(job) > whole) throw new Refusal('TOO_LARGE', `All or nothing holds for at most ${whole} lines: split the file, or keep its good lines.`, ['mode'])
    const began = beganBy(context.viewer)
    const [done] = job.state === 'STOPPED' ? await changing.run(resumeJob, { id: job.id, began }) : await changing.run(commitJob, { id: job.id, round: job.round, mode, began })
    if (!done) throw conflict(commitText)
    changing.audit({ subject: job.id, changes: [{ field: 'mode', before: job.mode, after: mode }] })
    return done
  })
