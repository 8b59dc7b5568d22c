import { pino } from 'pino'
import { openDoors } from '../../server/http.ts'
import { type Address, type GraphOptions, openGraph, type SentStatement } from '../../server/kernel/graph.ts'
import { openSchema } from '../../server/schema.ts'

export interface Answer<Data> {
  readonly status: number
  readonly data: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}

export interface TestHub {
  readonly url: string
  /** Asks as a demo person over HTTP. */
  ask<Data = Record<string, unknown>>(viewer: string | undefined, query: string, variables?: object): Promise<Answer<Data>>
  /** The headers of a request as a demo person. */
  headers(viewer: string | undefined): Promise<Record<string, string>>
  /** The statements that were sent to the database since the last call. */
  statements(): string[]
  stop(): Promise<void>
}

/** The hub's doors on a free port, in this process, over a database: everything as it is served, sockets included. */
export const openHubOn = async (address: Address, dataFolder: string, watch?: GraphOptions['onStatement']): Promise<TestHub> => {
  let sent: string[] = []
  const onStatement = (statement: SentStatement) => {
    sent.push(statement.text)
    return watch?.(statement)
  }
  const graph = openGraph(address, { onStatement, deadline: 60_000 })
  const app = await openDoors({ schema: await openSchema(), graph, logger: pino({ level: 'silent' }), dataFolder })
  const headersOf: TestHub['headers'] = async (viewer) => ({ 'content-type': 'application/json', ...(viewer ? { 'x-demo-viewer': viewer } : {}) })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    headers: headersOf,
    ask: async (viewer, query, variables) => {
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers: await headersOf(viewer), body: JSON.stringify({ query, variables }) })
      return { status: response.status, ...((await response.json()) as object) } as Answer<never>
    },
    statements: () => {
      const before = sent
      sent = []
      return before
    },
    stop: async () => {
      await app.close()
      await graph.close()
    },
  }
}
