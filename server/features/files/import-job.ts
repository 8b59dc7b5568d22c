import type { Mapping } from './header.rules.ts'
import type { ReportName } from './reports.ts'
import type { Format } from './table.ts'

/**
 * Where an import is. NEEDS_COLUMNS: somebody has to say which column is which. CHECKING: the dry run goes on. CHECKED: it
 * may be committed. RUNNING: lines are being kept. STOPPED: who began it may not any more; committed by another it goes on.
 * DONE; its rejected lines may be tried again. FAILED: the file cannot be read.
 */
export type ImportState = 'NEEDS_COLUMNS' | 'CHECKING' | 'CHECKED' | 'RUNNING' | 'STOPPED' | 'DONE' | 'FAILED'

export type ImportMode = 'GOOD_LINES' | 'ALL_OR_NOTHING'

/** Who began what goes on without a request. */
export interface Began {
  readonly person: string
  readonly client: string | null
  readonly organization: string
  readonly roles: readonly string[]
}

/** A file of a partner with one report in it, as the graph has it. */
export interface StoredJob extends Format {
  readonly id: string
  readonly organization: string
  readonly report: ReportName
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly timeZone: string
  readonly createdAt: string
  readonly state: ImportState
  readonly mode: ImportMode | null
  /** JSON of Mapping. */
  readonly mapping: string
  /** JSON of Began. */
  readonly began: string
  /** Counts dry runs and commits: each has its own problems. */
  readonly round: number
  /** The round whose rejected lines this one tries again; null for all lines. */
  readonly retryOf: number | null
  /** Lines of this round that are done, and how many there are, once that is known. */
  readonly done: number
  readonly total: number | null
  /** Lines of the file, once they were counted. */
  readonly lines: number | null
  /** Good lines of the dry run, then lines that were kept, over all commits. */
  readonly accepted: number
  /** Bad lines of this round. */
  readonly rejected: number
  /** Why it is where it is, where that needs a reason. */
  readonly code: string | null
  readonly message: string | null
  readonly finishedAt: string | null
}

export const mappingOf = ({ mapping }: Pick<StoredJob, 'mapping'>): Mapping => JSON.parse(mapping) as Mapping

/** By which the problems of a round are found. */
export const roundKey = (job: string, round: number): string => `${job}|${round}`

/** Lines that a commit would try: all, or those that the last one did not take. */
export const linesToTry = ({ state, lines, rejected }: StoredJob): number => (state === 'DONE' ? rejected : lines ?? 0)
