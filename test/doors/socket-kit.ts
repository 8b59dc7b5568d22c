import { once } from 'node:events'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import WebSocket from 'ws'

export interface TestSocket {
  send(message: object | string): void
  /** What no client of the protocol sends. */
  sendBytes(bytes: readonly number[]): void
  /** The next message; the code that it was closed with where it was. */
  next(): Promise<Record<string, unknown> | number>
  /** The code that it is closed with. */
  closed(): Promise<number>
  /** Why, once it is closed. */
  reason(): string
  close(): void
}

/** The TCP connection beneath, which ws keeps to itself. */
const wireOf = (socket: WebSocket): Duplex => (socket as unknown as { readonly _socket: Duplex })._socket

/** A frame with bits set that mean nothing. */
export const brokenFrame = [0xf1, 0x80, 0, 0, 0, 0]

/** Sends the frame with the very request that opens the socket, and waits until it is let go. */
export const breakSocket = async (url: string, headers: Record<string, string>): Promise<void> => {
  const { hostname, port } = new URL(url)
  const wire = connect(Number(port), hostname).resume()
  const lines = { host: hostname, connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-protocol': 'graphql-transport-ws', ...headers }
  wire.write(`GET /graphql HTTP/1.1\r\n${Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  wire.write(Buffer.from(brokenFrame))
  await once(wire, 'close')
}

/** A bare socket that says what it is told to, right or wrong. */
export const openSocket = async (url: string, { protocol = 'graphql-transport-ws', headers = {} }: { protocol?: string; headers?: Record<string, string> } = {}): Promise<TestSocket> => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, { headers })
  const messages: (Record<string, unknown> | number)[] = []
  let reason = ''
  let wake: () => void = () => undefined
  const tell = (message: Record<string, unknown> | number): void => {
    messages.push(message)
    wake()
  }
  socket.on('message', (data: Buffer) => tell(JSON.parse(data.toString('utf8')) as Record<string, unknown>))
  socket.on('close', (code, why) => {
    reason = why.toString('utf8')
    tell(code)
  })
  await once(socket, 'open')
  const next: TestSocket['next'] = async () => {
    while (messages.length === 0) await new Promise<void>((resolve) => void (wake = resolve))
    return messages.shift() ?? 0
  }
  return {
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    sendBytes: (bytes) => void wireOf(socket).write(Buffer.from(bytes)),
    next,
    closed: async () => {
      for (;;) {
        const message = await next()
        if (typeof message === 'number') return message
      }
    },
    reason: () => reason,
    close: () => socket.close(),
  }
}
