import { Refusal } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { countStored } from '../../kernel/storage.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { type Acting, change, type Undone } from '../../record/change.ts'
import { type KeptFile, importPath } from './file-store.ts'
import { headerProblems, type Mapping, mapped } from './header.rules.ts'
import { createJob, rememberedColumns } from './import.cypher.ts'
import type { Began } from './import-job.ts'
import { isTimeZone } from './local-moment.rules.ts'
import { reportNamed, type ReportName } from './reports.ts'
import { formatOf, openTable } from './table.ts'

/** A file that was sent, and what for. */
export interface Sent {
  readonly report: ReportName
  readonly fileName: string
  /** Of times in it that name none. */
  readonly timeZone: string
  readonly file: KeptFile
}

/** As whom the import goes on without a request: names are the person's, and stay there. */
export const beganBy = ({ person, client, organization, roles }: Viewer): string => JSON.stringify({ person, client, organization, roles } satisfies Began)

/** @throws Refusal where there is no such zone */
export const checkTimeZone = (timeZone: string): void => {
  if (!isTimeZone(timeZone)) throw new Refusal('INVALID_INPUT', 'There is no such time zone. Give one as Asia/Shanghai.', ['timeZone'])
}

/** Columns by what the viewer's organization called them before. */
export const remembered = async ({ graph }: Pick<Acting, 'graph'>, report: ReportName): Promise<Mapping> => {
  const [memory] = await graph.read(rememberedColumns, { report })
  return memory ? (JSON.parse(memory.names) as Mapping) : {}
}

/**
 * Makes a job of a kept file: the dry run begins where its columns are known, otherwise they are asked for.
 * The same file for the same report again is the job that there is, whatever became of it.
 * @returns its id
 * @throws Unreadable where it is no table
 */
export const receiveFile = async (context: Acting, dataFolder: string, { report, fileName, timeZone, file }: Sent): Promise<{ id: string } | Undone> => {
  const { columns } = reportNamed(report)
  const path = importPath(dataFolder, file.sha256)
  const format = await formatOf(path, file, columns)
  const { names, lines } = await openTable(path, format)
  await lines.return(undefined)
  const mapping = mapped(names, columns, await remembered(context, report))
  const isClear = headerProblems(mapping, columns).length === 0
  return change(context, { action: 'IMPORT_FILE', idempotencyKey: `${report}-${file.sha256}`, input: { report, sha256: file.sha256 } }, async (changing) => {
    checkTimeZone(timeZone)
    const row = {
      id: newId('imp'), organization: context.viewer.organization, report, fileName, sha256: file.sha256, bytes: file.bytes, ...format, timeZone, createdAt: changing.at,
      mapping: JSON.stringify(mapping), began: beganBy(context.viewer), state: isClear ? 'CHECKING' : 'NEEDS_COLUMNS', round: 0, done: 0, accepted: 0, rejected: 0, ...(isClear && { waiting: true }),
    }
    const [job] = await changing.run(createJob, { key: `${row.organization}|${report}|${file.sha256}`, row })
    if (job === undefined) throw new Error('No import was made')
    if (job.id === row.id) await countStored(changing, file.bytes)
    changing.audit({ subject: job.id, changes: [{ field: 'report', before: null, after: report }, { field: 'sha256', before: null, after: file.sha256 }] })
    return { id: job.id }
  })
}
