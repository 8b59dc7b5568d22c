import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Graph } from '../kernel/graph.ts'
import { AuthenticSince } from './authentic-since.ts'
import { keepHouse } from './housekeeping.ts'
import { endLease, hasLease } from './lease.ts'
import type { TailRow } from './seal.cypher.ts'
import { RecordBroken, Sealer } from './sealer.ts'
import { signingKey } from './signing-key.ts'
import { openWitness } from './witness.ts'

export interface KeeperOptions {
  readonly graph: Graph
  readonly logger: Logger
  readonly dataFolder: string
  readonly settings: RecordSettings
  /** What is done once a day besides. */
  readonly daily?: (now: Date) => Promise<void>
}

export interface RecordSettings {
  /** Of the signing key; in the data folder where undefined. */
  readonly keyFile: string | undefined
  /** Who gets every checkpoint as well. */
  readonly url: string | undefined
  /** How long idempotency keys are kept. */
  readonly keyDays: number
}

export interface Keeper {
  /** Seals what is left and lets the next node go on. */
  stop(): Promise<void>
}

const rhythm = 200
const renewal = 700
const housekeeping = 60_000
const day = 86_400_000
const afterFailure = 1_000
const afterBreak = 30_000

export const keyPath = (dataFolder: string, keyFile?: string): string => keyFile ?? join(dataFolder, 'record', 'signing-key.pem')

/** What only one node does, by a lease: it seals the record's tail five times a second, keeps house once a minute, and does the day's work. */
class RecordKeeper implements Keeper {
  readonly #holder = randomUUID()
  readonly #stopping = new AbortController()
  readonly #options: KeeperOptions
  readonly #sealer: Sealer
  readonly #running: Promise<void>
  #renewed = 0
  #kept = 0
  #daily = 0

  constructor(options: KeeperOptions, sealer: (holder: string) => Sealer) {
    this.#options = options
    this.#sealer = sealer(this.#holder)
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const wait = await this.#turn().then(() => rhythm, (error: unknown) => this.#failed(error))
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
    }
    await this.#turn().catch(() => undefined)
    await this.#options.graph.write((writer) => writer.run(endLease, { name: 'record', holder: this.#holder })).catch(() => undefined)
  }

  async #turn(): Promise<void> {
    if (!(await this.#leads())) return
    while (await this.#sealer.seal()) this.#renewed = Date.now()
    if (Date.now() - this.#kept < housekeeping) return
    await keepHouse(this.#options.graph, this.#options.settings.keyDays)
    this.#kept = Date.now()
    if (this.#kept - this.#daily < day) return
    await this.#options.daily?.(new Date())
    this.#daily = this.#kept
  }

  async #leads(): Promise<boolean> {
    if (Date.now() - this.#renewed < renewal) return true
    const leads = await hasLease(this.#options.graph, 'record', this.#holder)
    this.#renewed = leads ? Date.now() : 0
    if (!leads) {
      this.#sealer.forget()
      await pause(rhythm, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
    }
    return leads
  }

  #failed(error: unknown): number {
    this.#sealer.forget()
    this.#renewed = 0
    this.#options.logger.error({ err: error }, error instanceof RecordBroken ? 'The record is broken' : 'The record is not being sealed')
    return error instanceof RecordBroken ? afterBreak : afterFailure
  }
}

/** Starts sealing and housekeeping; on every node, since one of them does it. */
export const startKeeper = async (options: KeeperOptions): Promise<Keeper> => {
  const { graph, logger, dataFolder, settings } = options
  const key = await signingKey(keyPath(dataFolder, settings.keyFile))
  const witness = await openWitness(dataFolder, settings.url, logger)
  const since = new AuthenticSince(dataFolder)
  const breach = (found: readonly TailRow[]): void => logger.error({ records: found.map(({ record }) => record.id) }, 'Records were written into the database by hand, or edited before they were sealed: they stand apart, and that is on record (RECORD_BREACH)')
  return new RecordKeeper(options, (holder) => new Sealer({ graph, key, witness, holder, since, breach }))
}
