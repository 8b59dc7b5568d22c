import { Refusal } from '../../kernel/errors.ts'
import type { Change } from '../../record/change.ts'
import { markAllRead, markRead, setMailPreference } from './message.cypher.ts'

const mostAtOnce = 500

/** Keeps on the hub what a person has read, so that it is read on every device. */
export const readMessages = async (change: Change, ids: readonly string[] | null): Promise<void> => {
  const { at, viewer } = change
  if ((ids?.length ?? 0) > mostAtOnce) throw new Refusal('TOO_LARGE', `At most ${mostAtOnce} at once; give none for all.`, ['messages'])
  if (ids?.some((id) => !/^msg_[\w-]{1,40}$/.test(id))) throw new Refusal('INVALID_INPUT', 'Give ids of messages, as the list of messages has them.', ['messages'])
  const marked = ids === null ? await change.run(markAllRead, { at }).then(() => 'all') : (await change.run(markRead, { ids, at })).map(({ id }) => id).join(' ')
  change.audit({ subject: viewer.person, changes: [{ field: 'messages.read', before: null, after: marked }] })
}

/** Whether messages come to the viewer by mail too. Invitations and the like come in any case. */
export const preferMail = async (change: Change, mail: boolean): Promise<boolean> => {
  const [found] = await change.run(setMailPreference, { off: !mail })
  if (!found) throw new Refusal('NOT_FOUND', 'The hub has no e-mail address of yours. Ask your administrator to add it.', ['mail'])
  change.audit({ subject: change.viewer.person, changes: [{ field: 'mail', before: String(!found.before), after: String(mail) }] })
  return mail
}
