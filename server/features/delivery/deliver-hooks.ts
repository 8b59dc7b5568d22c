import { cloudEvent, cloudEventType } from './cloud-event.ts'
import type { CourierTools, Ending } from './courier.type.ts'
import { finishDelivery } from './finish-delivery.ts'
import { type Claim, type ClaimedHook, claimHooks } from './queue.cypher.ts'
import { outcomeOf } from './retry.rules.ts'
import { sendSigned } from './send-signed.ts'

const post = async (endpoint: string, { url, enabled, secrets: sealed, message }: ClaimedHook, { outside, open, publicUrl, now, patience, ending }: CourierTools): Promise<Ending> => {
  if (!enabled) return { outcome: 'GIVEN_UP', status: null, milliseconds: 0, words: 'the endpoint was disabled, or the organization has left' }
  const secrets = sealed.map((secret) => open(secret, endpoint))
  const request = { url, secrets, id: message.id, at: now(), body: cloudEvent(message, publicUrl), contentType: cloudEventType }
  const answer = await sendSigned({ ...request, ...(patience === undefined ? {} : { patience }), ...(ending === undefined ? {} : { ending }) }, outside)
  return { ...answer, outcome: outcomeOf(answer.status) }
}

/** Delivers what is due at one endpoint, a few at once. @returns how many there were */
export const deliverHooks = async (tools: CourierTools, claim: Claim): Promise<number> => {
  const claimed = await tools.graph.write((writer) => writer.run(claimHooks, claim))
  await Promise.all(claimed.map(async (one) => finishDelivery(tools, claim.target, one, await post(claim.target, one, tools))))
  return claimed.length
}
