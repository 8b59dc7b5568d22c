import type { FastifyInstance } from 'fastify'
import type { DestinationStream } from 'pino'
import { type Access, openAccess } from '../../server/access/access.ts'
import { openSecrets } from '../../server/access/secrets.ts'
import { forgetLeases, leaseRate } from '../../server/doors/rate.cypher.ts'
import type { RateLimits } from '../../server/doors/rates.ts'
import type { Tls } from '../../server/doors/tls.ts'
import { type Doors, openDoors } from '../../server/http.ts'
import { cypher } from '../../server/kernel/cypher.ts'
import { type Address, type GraphOptions, openGraph, type SentStatement } from '../../server/kernel/graph.ts'
import { openOutside, type Outside } from '../../server/kernel/outside.ts'
import { freePort } from '../../server/kernel/port.ts'
import type { QuotaSettings } from '../../server/kernel/quotas.ts'
import type { IssuerSetting } from '../../server/kernel/issuer-setting.ts'
import { openLog } from '../../server/log.ts'
import { authenticateBy } from '../../server/record/authenticity.ts'
import { openSchema } from '../../server/schema.ts'
import { openTestIssuer } from './issuer.ts'

export interface Answer<Data> {
  readonly status: number
  readonly data: Data | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}

export interface TestHub {
  readonly url: string
  /** The door itself, for requests without a socket. */
  readonly app: FastifyInstance
  readonly access: Access
  /** Asks as a demo person over HTTP. */
  ask<Data = Record<string, unknown>>(viewer: string | undefined, query: string, variables?: object): Promise<Answer<Data>>
  /** The headers of a request as a demo person. */
  headers(viewer: string | undefined): Promise<Record<string, string>>
  /** The statements that were sent to the database since the last call. */
  statements(): string[]
  stop(): Promise<void>
}

export interface TestHubOptions {
  readonly watch?: GraphOptions['onStatement']
  /** The same for the statements by which it finds out who asks, and looks for what was revoked. */
  readonly watchSignIn?: GraphOptions['onStatement']
  /** Where its log goes; otherwise nowhere. */
  readonly log?: DestinationStream
  /** How long a statement may take, in milliseconds. */
  readonly deadline?: number
  readonly trustedProxies?: readonly string[]
  /** To listen on; otherwise a free one. */
  readonly port?: number
  /** What the hub calls itself, where it is one of several nodes or behind something. */
  readonly publicUrl?: string
  /** Companies' providers besides the tests' own. */
  readonly issuers?: readonly IssuerSetting[]
  readonly rates?: RateLimits
  /** The clock of the rates' minutes. */
  readonly now?: () => number
  readonly quotas?: QuotaSettings
  readonly tls?: Tls
  readonly operations?: Doors['operations']
  readonly outside?: Outside
}

/** Budgets are leased and forgotten by the minute, beside whatever is asked then: no statements of a request. */
const ofTheClock = [leaseRate.text, forgetLeases.text]

/** All tests sign in from one address, wrongly too. */
const forgetAddresses = cypher<object, never>()`MATCH (tries:SignInTries) WHERE tries.key STARTS WITH 'address ' DELETE tries`

const forgetTries = async (address: Address): Promise<void> => {
  const graph = openGraph(address)
  await graph.write((writer) => writer.run(forgetAddresses, {}))
  await graph.close()
}

/** Tests ask more than a partner does. */
const generous: RateLimits = { address: 1e9, client: 1e9, partner: 1e9, misses: 1e9 }
const roomy: QuotaSettings = { stored: 2 ** 40, waiting: 2 ** 40, papers: 1e9, allPapers: 1e9 }

const retention = { afterExpiry: 2, withoutExpiry: 5, contacts: 15 }

/** The hub's doors on a free port, in this process, over a database: everything as it is served, sockets included. */
export const openHubOn = async (address: Address, dataFolder: string, { watch, watchSignIn, log, now, deadline = 60_000, trustedProxies = [], issuers = [], port: chosenPort, publicUrl, rates = generous, quotas = roomy, tls, outside = openOutside({ allowPrivate: true }), operations }: TestHubOptions = {}): Promise<TestHub> => {
  await forgetTries(address)
  let sent: string[] = []
  const onStatement = (statement: SentStatement) => {
    if (!ofTheClock.includes(statement.text)) sent.push(statement.text)
    return watch?.(statement)
  }
  const graph = openGraph(address, { onStatement, deadline, writeDeadline: deadline })
  // Who asks is found over a graph of its own: its regular looks are no statements of a request.
  const signInGraph = openGraph(address, { onStatement: watchSignIn, deadline })
  const issuer = await openTestIssuer()
  const port = chosenPort ?? await freePort('127.0.0.1', 0)
  const logger = openLog(log ? 'trace' : 'silent', log)
  const secrets = await openSecrets(dataFolder)
  authenticateBy(secrets.keyFor('record'))
  const access = await openAccess(signInGraph, logger, { publicUrl: publicUrl ?? `http://127.0.0.1:${port}`, mail: { smtp: undefined, from: 'devicetrail@localhost', dataFolder }, issuers: [issuer.setting, ...issuers], demo: true, secrets })
  const app = await openDoors({ schema: await openSchema(), graph, logger, dataFolder, access, outside, trustedProxies, rates, now, quotas, tls, operations, retention })
  const headersOf: TestHub['headers'] = async (viewer) => ({ 'content-type': 'application/json', ...(viewer ? { authorization: await issuer.authorization(viewer) } : {}) })
  const url = await app.listen({ host: '127.0.0.1', port })
  return {
    url,
    app,
    access,
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
      await access.stop()
      await Promise.all([graph.close(), signInGraph.close()])
    },
  }
}
