import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { EpcisEvent, LdContext } from '../epcis-event.type.ts'

/** An event of a document with its place in it, from 1. */
export interface Incoming {
  readonly place: number
  readonly event: EpcisEvent
}

/** Events that wait on disk between their intake and their capture, a line each, so that a large document is never in memory. */
export interface Spool {
  readonly context: LdContext
  readonly count: number
  batches(size: number): AsyncGenerator<readonly Incoming[]>
  drop(): Promise<void>
}

async function* batchesOf(path: string, size: number): AsyncGenerator<readonly Incoming[]> {
  let batch: Incoming[] = []
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    batch.push(JSON.parse(line) as Incoming)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** A new spool in the folder, to be filled and then read. */
export const openSpool = async (dataFolder: string) => {
  const folder = join(dataFolder, 'epcis')
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${randomUUID()}.ndjson`)
  const file = await open(path, 'wx', 0o600)
  let count = 0
  return {
    add: async (events: readonly Incoming[]): Promise<void> => {
      if (events.length === 0) return
      count += events.length
      await file.write(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
    },
    drop: async (): Promise<void> => {
      await file.close()
      await rm(path, { force: true })
    },
    full: async (context: LdContext): Promise<Spool> => {
      await file.close()
      return { context, count, batches: (size) => batchesOf(path, size), drop: () => rm(path, { force: true }) }
    },
  }
}
