import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Graph } from '../../kernel/graph.ts'
import { releaseJob, takeJob } from './import-work.cypher.ts'
import { LeaseLost } from './run-part.ts'
import { workOnImport } from './work-on-import.ts'

export interface ImporterOptions {
  readonly graph: Graph
  readonly logger: Logger
  readonly dataFolder: string
  /** How often it looks for work, in milliseconds. */
  readonly rhythm?: number
  /** After how long without progress another node takes a job over, in milliseconds. */
  readonly lease?: number
}

export interface Importer {
  /** Ends after the part that is being kept; another node, or the next start, goes on. */
  stop(): Promise<void>
}

const afterFailure = 5_000

/** Looks for imports that wait, and works on one at a time. Any number of nodes may: a job is held by a lease. */
export const startImporter = ({ graph, logger, dataFolder, rhythm = 400, lease = 90_000 }: ImporterOptions): Importer => {
  const holder = randomUUID()
  const stopping = new AbortController()
  const worker = { graph, dataFolder, holder, lease, stopping: stopping.signal }

  const turn = async (): Promise<number> => {
    const [taken] = await graph.write((writer) => writer.run(takeJob, { holder, lease }))
    if (taken === undefined) return rhythm
    const release = (after: number) => graph.write((writer) => writer.run(releaseJob, { id: taken.job.id, holder, after }))
    try {
      await workOnImport(taken.job, worker)
      await release(0)
    } catch (error) {
      // What fails again and again must not keep others waiting.
      await release(error instanceof LeaseLost ? 0 : afterFailure)
      throw error
    }
    return 0
  }

  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const wait = await turn().catch((error: unknown) => {
        if (error instanceof LeaseLost) return 0
        logger.warn({ err: error }, 'an import waits')
        return rhythm
      })
      if (wait > 0) await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  const running = run()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
