import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Address } from '../../server/kernel/graph.ts'
import { projectRoot } from '../../server/kernel/project.ts'
import { openTestIssuer, type TestIssuer } from '../testkit/issuer.ts'

export interface HubProcess {
  ask(viewer: string, query: string, variables: object): Promise<string>
  /** Reads what a door sends into a file, to its end, and calls `onPiece` a few times a second meanwhile. @returns its bytes */
  read(viewer: string, path: string, file: string, onPiece: () => Promise<void>): Promise<number>
  /** Resident memory in megabytes; undefined where the system has no /proc. */
  residentMegabytes(): Promise<number | undefined>
  /** Processor time that it has taken so far, in milliseconds; NaN where the system has no /proc. */
  processorTime(): Promise<number>
  stop(): Promise<void>
}

/** One client asks more than a minute's budget: a refusal would be measured as a quick answer. */
const unlimited = { RATE_ADDRESS: '999999999', RATE_CLIENT: '999999999', RATE_PARTNER: '999999999' }

const environment = ({ uri, user, password, database }: Address, port: number, issuer: TestIssuer, dataFolder: string | undefined) =>
  ({ ...process.env, ...unlimited, ...(dataFolder !== undefined && { DEVICETRAIL_DATA: dataFolder }), NODE_ENV: 'production', NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database, PORT: String(port), DEVICETRAIL_DEMO: 'off', LOG_LEVEL: 'warn', OIDC_ISSUERS: JSON.stringify([issuer.setting]) })

const untilReady = async (port: number, child: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(({ ok }) => ok, () => false)
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The hub did not get ready')
}

const residentOf = async (pid: number | undefined): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1]
  return kilobytes ? Number(kilobytes) / 1_024 : undefined
}

/** /proc counts in hundredths of a second: user and system time are the 12th and 13th number behind the name. */
export const processorTimeOf = async (pid: number | undefined): Promise<number> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [user = Number.NaN, system = Number.NaN] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number)
  return (user + system) * 10
}

/** `npm start` as a process of its own on this database, asked over kept-alive connections. @param dataFolder with the secrets of the hub that made the database, where one did */
export const startHubProcess = async (address: Address, port: number, dataFolder?: string): Promise<HubProcess> => {
  const issuer = await openTestIssuer()
  const child = spawn(process.execPath, [join(projectRoot, 'server', 'start.mjs')], { env: environment(address, port, issuer, dataFolder), stdio: ['ignore', 'ignore', 'inherit'] })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  await untilReady(port, child)
  return {
    ask: async (viewer, query, variables) => {
      const body = JSON.stringify({ query, variables })
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), authorization: await issuer.authorization(viewer) }
      return new Promise((resolve, reject) => request({ agent, port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('end', () => resolve(text))
      }).on('error', reject).end(body))
    },
    read: async (viewer, path, file, onPiece) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: await issuer.authorization(viewer) } })
      if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      const kept = createWriteStream(file)
      let last = 0
      for await (const piece of response.body) {
        kept.write(piece)
        if (performance.now() - last < 250) continue
        last = performance.now()
        await onPiece()
      }
      kept.end()
      await finished(kept)
      return kept.bytesWritten
    },
    residentMegabytes: () => residentOf(child.pid),
    processorTime: () => processorTimeOf(child.pid),
    stop: async () => {
      agent.destroy()
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
