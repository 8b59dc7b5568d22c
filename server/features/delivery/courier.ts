import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { CourierTools } from './courier.type.ts'
import { deliverHooks } from './deliver-hooks.ts'
import { deliverMails } from './deliver-mails.ts'
import { mailedTypes } from './message-types.ts'
import { dueTargets, fanOut, untaken } from './queue.cypher.ts'
import { deliveryDays } from './retry.rules.ts'

/** How often the outbox is looked at, in milliseconds. */
const rhythm = 500
const afterFailure = 2_000
/** Messages taken out of the outbox in one transaction. */
const takenAtOnce = 200
/** Deliveries at once to one receiver. */
const atOnce = 4
/** Milliseconds after which a delivery that nobody finished is due again: longer than naming, connecting and answering take, with room for clocks that differ. */
const lease = 60_000

/**
 * Takes messages out of the outbox and delivers them. Every node has one; what a node takes is leased, so that none is
 * lost with it and none is sent by two. Each receiver has a lane of its own: one that hangs holds up nobody else.
 */
export class Courier {
  readonly #tools: CourierTools
  readonly #logger: Logger
  readonly #lanes = new Map<string, Promise<void>>()
  readonly #stopping = new AbortController()
  #running: Promise<void> = Promise.resolve()

  constructor(tools: CourierTools, logger: Logger) {
    this.#tools = { ...tools, ending: this.#stopping.signal }
    this.#logger = logger
  }

  start(): this {
    this.#running = this.#run()
    return this
  }

  /** One look: files deliveries for new messages, and begins what is due. `idle` tells when that has ended. */
  async turn(): Promise<void> {
    const { graph, now } = this.#tools
    const at = now()
    const since = new Date(at.getTime() - deliveryDays * 86_400_000).toISOString()
    const taking = { limit: takenAtOnce, now: at.toISOString(), since, mails: mailedTypes }
    while ((await graph.read(untaken, {})).length > 0) await graph.write((writer) => writer.run(fanOut, taking))
    for (const { target } of await graph.read(dueTargets, { now: at.toISOString() })) if (!this.#lanes.has(target)) this.#lanes.set(target, this.#lane(target))
  }

  async idle(): Promise<void> {
    await Promise.all(this.#lanes.values())
  }

  /** Ends what has begun; what is left is another node's, or waits. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    await this.idle()
  }

  async #lane(target: string): Promise<void> {
    const deliver = target === 'mail' ? deliverMails : deliverHooks
    try {
      for (let count = atOnce; count === atOnce && !this.#stopping.signal.aborted;) {
        const now = this.#tools.now()
        count = await deliver(this.#tools, { target, limit: atOnce, holder: this.#tools.holder, now: now.toISOString(), until: new Date(now.getTime() + lease).toISOString() })
      }
    } catch (error) {
      this.#logger.warn({ err: error, target }, 'deliveries were not finished; they are due again in a minute')
    } finally {
      this.#lanes.delete(target)
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const wait = await this.turn().then(() => rhythm, (error: unknown) => {
        this.#logger.debug({ err: error }, 'the outbox was not looked at')
        return afterFailure
      })
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
    }
  }
}
