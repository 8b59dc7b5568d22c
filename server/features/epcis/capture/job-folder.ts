import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const suffix = '.ndjson'
/** A file is there a moment before its job is; milliseconds. */
const young = 300_000

/** Where the events of accepted documents wait, each by its job: `epcis-jobs` in the data folder. */
export interface JobFolder {
  pathOf(job: string): string
  jobs(): Promise<string[]>
  /** Removes what no job waits for any more. */
  sweep(jobs: readonly string[], waiting: ReadonlySet<string>): Promise<void>
}

export const openJobFolder = async (dataFolder: string): Promise<JobFolder> => {
  const folder = join(dataFolder, 'epcis-jobs')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const pathOf = (job: string): string => join(folder, `${job}${suffix}`)
  return {
    pathOf,
    jobs: async () => (await readdir(folder)).filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length)).sort(),
    sweep: async (jobs, waiting) => {
      for (const job of jobs) {
        const age = await stat(pathOf(job)).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0)
        if (!waiting.has(job) && age > young) await rm(pathOf(job), { force: true })
      }
    },
  }
}
