import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

/** How often a node says that it lives, and after how long one that does not is taken to be dead; milliseconds. */
const rhythm = 60_000
const silence = 300_000

export interface SpoolFolder {
  readonly path: string
  /** Removes it, with what is in it. */
  close(): Promise<void>
}

/** What a node left that ended without removing it: of others that share the data folder, the living ones' folders are touched. */
export const sweepSpools = async (folder: string, now = Date.now()): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const age = await stat(path).then(({ mtimeMs }) => now - mtimeMs, () => 0)
    if (age > silence) await rm(path, { recursive: true, force: true })
  }
}

/** The folder of this node's spools, `epcis/{node}` in the data folder; dead nodes' are swept, now and as it goes. */
export const openSpoolFolder = async (dataFolder: string, report: (error: unknown) => void): Promise<SpoolFolder> => {
  const all = join(dataFolder, 'epcis')
  const path = join(all, randomUUID())
  await mkdir(path, { recursive: true, mode: 0o700 })
  const live = async (): Promise<void> => {
    const now = new Date()
    await utimes(path, now, now)
    await sweepSpools(all)
  }
  await sweepSpools(all)
  const timer = setInterval(() => void live().catch(report), rhythm)
  timer.unref()
  return {
    path,
    close: async () => {
      clearInterval(timer)
      await rm(path, { recursive: true, force: true })
    },
  }
}
