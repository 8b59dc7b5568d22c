import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { openMail } from '../../../server/access/mail.ts'
import { openSecrets } from '../../../server/access/secrets.ts'
import { Courier } from '../../../server/features/delivery/courier.ts'
import type { CourierTools } from '../../../server/features/delivery/courier.type.ts'
import { type Graph, openGraph } from '../../../server/kernel/graph.ts'
import { openOutside } from '../../../server/kernel/outside.ts'
import { newKey } from '../recalls/sign-kit.ts'
import { openStage, type Outcome, type Stage } from '../recalls/story-kit.ts'
import { openReceiver, type Receiver } from './receiver.ts'

/** The demo, a partner's system that listens, and couriers whose clock the test moves on instead of waiting. */
export interface DeliveryStage extends Stage {
  readonly receiver: Receiver
  readonly graph: Graph
  /** Where mails are written. */
  readonly mails: string
  /** How far the couriers' clock is ahead of the one that writes messages, in milliseconds. */
  ahead: number
  tools(holder?: string): CourierTools
  courier(holder?: string): Courier
  /** One look of a courier at the outbox, until all that was due has ended. */
  work(courier?: Courier): Promise<void>
  mutate<Answer>(viewer: string, query: string, input: object): Promise<Answer & Outcome>
}

/** A mutation by its input's type, the type of its success and the fields of that. */
export const mutation = (input: string, success: string, fields: string, field: string): string =>
  `mutation ($input: ${input}!) { ${field}(input: $input) { __typename ... on ${success} { ${fields} } ... on UserError { code message path } } }`

export const openDeliveryStage = async (): Promise<DeliveryStage> => {
  const stage = await openStage('quality')
  const { open } = await openSecrets(stage.database.dataFolder)
  const [receiver, mails] = [await openReceiver(), await mkdtemp(join(tmpdir(), 'devicetrail-mail-'))]
  const graph = openGraph(stage.database)
  const logger = pino({ level: 'silent' })
  const kit: DeliveryStage = {
    ...stage, receiver, graph, mails, ahead: 60_000,
    tools: (holder = 'one') => ({
      graph, outside: openOutside({ allowPrivate: true }), sendMail: openMail({ smtp: undefined, from: 'hub@hub.example', dataFolder: mails }, logger), open, publicUrl: 'https://hub.example',
      holder, now: () => new Date(Date.now() + kit.ahead), chance: () => 0, patience: 2_000,
    }),
    courier: (holder) => new Courier(kit.tools(holder), logger),
    work: async (courier = kit.courier()) => {
      await courier.turn()
      await courier.idle()
    },
    mutate: async <Answer>(viewer: string, query: string, input: object) => Object.values(await stage.ask<Record<string, Answer & Outcome>>(viewer, query, { input: { idempotencyKey: newKey(), ...input } }))[0]!,
    stop: async () => {
      await graph.close()
      await receiver.stop()
      await stage.stop()
      await rm(mails, { recursive: true, force: true })
    },
  }
  // What the demo tells is old news.
  await kit.courier().turn()
  return kit
}
