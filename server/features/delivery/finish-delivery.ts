import type { Writer } from '../../kernel/graph.ts'
import type { CourierTools, Ending } from './courier.type.ts'
import { type Claimed, closeEndpoint, finish, type Finished } from './queue.cypher.ts'
import { nextAttempt } from './retry.rules.ts'
import { actOfHub } from './tell-of-hub.ts'

type Ended = Pick<Finished, 'state' | 'dueAt'>

const endOf = ({ outcome }: Ending, attempt: number, { now, chance }: CourierTools): Ended => {
  if (outcome === 'DELIVERED' || outcome === 'WRITTEN') return { state: outcome, dueAt: null }
  const dueAt = outcome === 'FAILED' ? nextAttempt(attempt, now(), chance()) : null
  return { state: dueAt === null ? 'DEAD' : 'PENDING', dueAt }
}

/** The endpoint that answered 410 is closed, and its organization is told. */
const close = async (writer: Writer, target: string, at: string): Promise<void> => {
  const [closed] = await writer.run(closeEndpoint, { target, at, reason: 'GONE' })
  if (!closed) return
  await actOfHub(writer, {
    action: 'DISABLE_WEBHOOK', at,
    entries: [{ subject: target, changes: [{ field: 'enabled', before: 'true', after: 'false' }], reason: 'It answered 410 Gone.' }],
    messages: [{ type: 'webhook.disabled', subject: target, organization: closed.organization, data: { webhook: target, reason: 'GONE' } }],
  })
}

/** Keeps what became of a try: done, due again, or a dead letter. Who lost the lease meanwhile changes nothing. */
export const finishDelivery = async (tools: CourierTools, target: string, { delivery, attempt }: Claimed, ending: Ending): Promise<void> => {
  const at = tools.now().toISOString()
  const { status, milliseconds, words } = ending
  await tools.graph.write(async (writer) => {
    const [kept] = await writer.run(finish, { delivery, holder: tools.holder, attempt, at, entry: JSON.stringify({ at, status, milliseconds, words }), ...endOf(ending, attempt, tools) })
    if (kept && ending.outcome === 'GONE') await close(writer, target, at)
  })
}
