import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** How a path answers; 204 where nothing is said. */
  answer(path: string, how: (response: ServerResponse, turn: number) => void): void
  at(path: string): Received[]
  stop(): Promise<void>
}

/** A partner's system: a real HTTP server that answers as it is told. */
export const openReceiver = async (): Promise<Receiver> => {
  const received: Received[] = []
  const answers = new Map<string, (response: ServerResponse, turn: number) => void>()
  const at = (path: string): Received[] => received.filter((one) => one.path === path)
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      received.push({ path, headers: request.headers, body: Buffer.concat(pieces).toString('utf8') })
      const how = answers.get(path)
      if (how) how(response, at(path).length)
      else response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, at,
    answer: (path, how) => void answers.set(path, how),
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
