import type { CourierTools, Ending } from './courier.type.ts'
import { finishDelivery } from './finish-delivery.ts'
import { mailOf } from './mail-words.ts'
import { mailedTypes } from './message-types.ts'
import { type Claim, type ClaimedMail, claimMails } from './queue.cypher.ts'

const mail = async ({ email, locale, message }: ClaimedMail, { sendMail, publicUrl, now }: CourierTools): Promise<Ending> => {
  if (email === null) return { outcome: 'GIVEN_UP', status: null, milliseconds: 0, words: 'the person has left, has no address, wants no mail, or it is work of theirs no more' }
  const begun = now().getTime()
  const took = (): number => now().getTime() - begun
  try {
    const way = await sendMail({ to: email, id: message.id, ...mailOf(message, { publicUrl, locale }) })
    return { outcome: way === 'SENT' ? 'DELIVERED' : 'WRITTEN', status: null, milliseconds: took(), words: way === 'SENT' ? 'taken by the mail server' : 'written to a file, since no mail server is set' }
  } catch (error) {
    // What the server said may hold the address: only its code stands in the log.
    return { outcome: 'FAILED', status: null, milliseconds: took(), words: error instanceof Error && 'code' in error ? String(error.code) : 'the mail server did not take it' }
  }
}

/** Delivers mails that are due. @returns how many there were */
export const deliverMails = async (tools: CourierTools, claim: Claim): Promise<number> => {
  const claimed = await tools.graph.write((writer) => writer.run(claimMails, { ...claim, mails: mailedTypes }))
  await Promise.all(claimed.map(async (one) => finishDelivery(tools, claim.target, one, await mail(one, tools))))
  return claimed.length
}
