import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { startTestDatabase, type TestDatabase } from './database.ts'

/**
 * Lends Neo4j servers that stay warm between test files: a new one has to start, and plans each statement slowly
 * until Java has compiled its planner. A loan lasts as long as its connection, so that one whose borrower has died
 * comes back too.
 */
export interface WarmDatabases {
  /** For `borrowDatabase`. */
  readonly port: number
  stop(): Promise<void>
}

/** @param prepare what each server needs before it is lent for the first time */
export const openWarmDatabases = async (prepare: (database: TestDatabase) => Promise<void>): Promise<WarmDatabases> => {
  const all: Promise<TestDatabase>[] = []
  const free: TestDatabase[] = []
  const another = (): Promise<TestDatabase> => {
    const starting = startTestDatabase()
    all.push(starting)
    return starting.then(async (database) => { await prepare(database); return database })
  }
  const lend = async (socket: Socket): Promise<void> => {
    const database = free.pop() ?? await another()
    const takeBack = (): void => { free.push(database) }
    if (socket.destroyed) return takeBack()
    socket.once('close', takeBack).write(`${JSON.stringify(database)}\n`)
  }
  const server = createServer((socket) => { lend(socket.on('error', () => undefined)).catch((error: unknown) => socket.destroy(error as Error)) })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.close()
      for (const started of await Promise.allSettled(all)) if (started.status === 'fulfilled') await started.value.stop()
    },
  }
}

export interface Loan {
  readonly database: Pick<TestDatabase, 'uri' | 'user' | 'password' | 'database'>
  end(): void
}

export const borrowDatabase = async (port: number): Promise<Loan> => {
  const socket = connect(port, '127.0.0.1')
  for await (const line of createInterface(socket)) return { database: JSON.parse(line) as TestDatabase, end: () => { socket.destroy() } }
  throw new Error('No database was lent: what the tests of this run printed before says why.')
}
