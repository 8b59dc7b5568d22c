import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

export interface TakenMail {
  readonly to: string
  /** Its parts by their media type, decoded. */
  readonly parts: ReadonlyMap<string, string>
}

export interface MailServer {
  readonly url: string
  readonly mails: TakenMail[]
  stop(): Promise<void>
}

const decoded = (encoding: string | undefined, body: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  return Buffer.from(body.replaceAll('=\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1').toString()
}

/** The parts of a message (RFC 2046) as its reader sees them. */
const partsOf = (message: string): Map<string, string> => {
  const boundary = /boundary="(.*)"/.exec(message)?.[1] ?? ''
  return new Map(message.split(`--${boundary}`).slice(1, -1).map((part) => {
    const [head = '', ...body] = part.trim().split('\n\n')
    return [/^content-type: ([^;]*)/im.exec(head)?.[1] ?? '', decoded(/^content-transfer-encoding: (.*)/im.exec(head)?.[1], body.join('\n\n'))]
  }))
}

const answers: Readonly<Record<string, string>> = { DATA: '354 go on', QUIT: '221 bye' }

/** One conversation by SMTP (RFC 5321): everything is taken. */
const converse = async (socket: Socket, mails: TakenMail[]): Promise<void> => {
  let [to, message]: [string, string[] | undefined] = ['', undefined]
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  say('220 mail.example')
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (message !== undefined && line !== '.') {
      message.push(line)
      continue
    }
    if (message !== undefined) mails.push({ to, parts: partsOf(message.join('\n')) })
    const verb: string = message === undefined ? line.split(/[ :]/, 1)[0]?.toUpperCase() ?? '' : ''
    message = verb === 'DATA' ? [] : undefined
    to = /^RCPT TO:<(.*)>/i.exec(line)?.[1] ?? to
    say(answers[verb] ?? '250 ok')
  }
}

/** A mail server that keeps what it is sent. */
export const openMailServer = async (): Promise<MailServer> => {
  const mails: TakenMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('error', () => socket.destroy())
    void converse(socket, mails).catch(() => socket.destroy())
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    }),
  }
}
