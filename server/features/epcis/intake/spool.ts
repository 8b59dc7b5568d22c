import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Held } from '../../../kernel/allowance.ts'
import type { EpcisEvent, LdContext } from '../epcis-event.type.ts'

/** An event of a document with its place in it, from 1. */
export interface Incoming {
  readonly place: number
  readonly event: EpcisEvent
}

/** How much of a document is taken at once. */
export interface Portion {
  readonly events: number
  /** Begins the next portion once it is reached: an event may name thousands of things. */
  readonly bytes: number
}

/** Events that wait on disk between their intake and their capture, a line each, so that a large document is never in memory. */
export interface Spool {
  readonly context: LdContext
  readonly count: number
  fitsIn(portion: Portion): boolean
  portions(portion: Portion): AsyncGenerator<readonly Incoming[]>
  /** The same under another name, as a whole: what a killed node had taken in is found there. */
  movedTo(path: string): Promise<Spool>
  drop(): Promise<void>
}

async function* portionsOf(path: string, { events, bytes }: Portion): AsyncGenerator<readonly Incoming[]> {
  let [portion, length] = [[] as Incoming[], 0]
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    portion.push(JSON.parse(line) as Incoming)
    length += line.length
    if (portion.length < events && length < bytes) continue
    yield portion;
    [portion, length] = [[], 0]
  }
  if (portion.length > 0) yield portion
}

interface Written {
  readonly context: LdContext
  readonly count: number
  /** In bytes. */
  readonly length: number
  /** Gives the room back. */
  readonly done: () => void
}

const spoolOf = (path: string, { context, count, length, done }: Written): Spool => ({
  context, count,
  fitsIn: ({ events, bytes }) => count <= events && length <= bytes,
  portions: (portion) => portionsOf(path, portion),
  movedTo: async (other) => {
    await rename(path, other)
    return spoolOf(other, { context, count, length, done })
  },
  drop: async () => {
    await rm(path, { force: true })
    done()
  },
})

/** A spool that another process left. */
export const spoolAt = async (path: string, context: LdContext, count: number): Promise<Spool> =>
  spoolOf(path, { context, count, length: (await stat(path)).size, done: () => undefined })

/** A new spool in this node's folder, to be filled and then read. @param room of the organization's, which it takes from and gives back when it is dropped */
export const openSpool = async (folder: string, room: Held) => {
  const path = join(folder, `${randomUUID()}.ndjson`)
  const file = await open(path, 'wx', 0o600)
  let [count, length] = [0, 0]
  return {
    add: async (events: readonly Incoming[]): Promise<void> => {
      if (events.length === 0) return
      count += events.length
      const lines = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
      length += lines.length
      room.take(lines.length)
      await file.write(lines)
    },
    drop: async (): Promise<void> => {
      await file.close()
      await rm(path, { force: true })
      room.end()
    },
    full: async (context: LdContext): Promise<Spool> => {
      // Whoever is told that it was accepted does not send it again.
      await file.datasync()
      await file.close()
      return spoolOf(path, { context, count, length, done: () => room.end() })
    },
  }
}
