import { once } from 'node:events'
import WebSocket from 'ws'

export interface TestSocket {
  send(message: object | string): void
  /** The next message; the code that it was closed with where it was. */
  next(): Promise<Record<string, unknown> | number>
  /** The code that it is closed with. */
  closed(): Promise<number>
  /** Why, once it is closed. */
  reason(): string
  close(): void
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
