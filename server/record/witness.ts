import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { errorCode } from '../kernel/failure.ts'

/** Where checkpoints stand outside the database: whoever rewrites that has to rewrite this too. */
export const checkpointFile = (dataFolder: string): string => join(dataFolder, 'record', 'checkpoints.ndjson')

const postDeadline = 5_000

/** The checkpoints of the second place, oldest first. */
export const readWitness = async (dataFolder: string): Promise<string[]> => {
  const text = await readFile(checkpointFile(dataFolder), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return ''
    throw error
  })
  // A crash can leave half a line at the end; the next one begins on its own.
  return text.split('\n').flatMap((line) => {
    try {
      return [(JSON.parse(line) as { note: string }).note]
    } catch {
      return []
    }
  })
}

export interface Witness {
  /** Keeps a checkpoint; resolves when the file has it on disk. */
  keep(note: string): Promise<void>
}

/** The file, and the address of who wants them too: the newest is sent again until it is taken. */
export const openWitness = async (dataFolder: string, url: string | undefined, logger: Logger): Promise<Witness> => {
  const file = checkpointFile(dataFolder)
  await mkdir(join(dataFolder, 'record'), { recursive: true, mode: 0o700 })
  let wanted: string | undefined
  let sending = false
  const send = async (to: string): Promise<void> => {
    if (sending) return
    sending = true
    while (wanted !== undefined) {
      const note = wanted
      try {
        const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: note, signal: AbortSignal.timeout(postDeadline) })
        if (!answer.ok) throw new Error(`it answers ${answer.status}`)
        if (wanted === note) wanted = undefined
      } catch (error) {
        // The next checkpoint brings it along.
        logger.warn({ err: error }, 'A checkpoint of the record was not taken by DEVICETRAIL_RECORD_URL')
        break
      }
    }
    sending = false
  }
  return {
    keep: async (note) => {
      await appendFile(file, `\n${JSON.stringify({ at: new Date().toISOString(), note })}`, { flush: true })
      wanted = note
      if (url) void send(url)
    },
  }
}
