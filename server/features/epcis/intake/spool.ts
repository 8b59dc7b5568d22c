import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Held } from '../../../kernel/allowance.ts'
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

/** A new spool in this node's folder, to be filled and then read. @param room of the organization's, which it takes from and gives back when it is dropped */
export const openSpool = async (folder: string, room: Held) => {
  const path = join(folder, `${randomUUID()}.ndjson`)
  const file = await open(path, 'wx', 0o600)
  let count = 0
  const remove = async (): Promise<void> => {
    await rm(path, { force: true })
    room.end()
  }
  return {
    add: async (events: readonly Incoming[]): Promise<void> => {
      if (events.length === 0) return
      count += events.length
      const lines = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
      room.take(lines.length)
      await file.write(lines)
    },
    drop: async (): Promise<void> => {
      await file.close()
      await remove()
    },
    full: async (context: LdContext): Promise<Spool> => {
      await file.close()
      return { context, count, batches: (size) => batchesOf(path, size), drop: remove }
    },
  }
}
