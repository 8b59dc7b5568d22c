import type { Context } from '../../kernel/context.ts'
import { bySubject, loaderOf } from '../../kernel/loader.ts'
import { type MessageRow, messagesById } from './message.cypher.ts'
import { typesFor } from './message-types.ts'
import type { HubMessage } from './message.type.ts'

interface Told {
  readonly recall?: string
  readonly reference?: string
  readonly caseNumber?: string
  readonly title?: string
  readonly titleZh?: string | null
}

const daysShown = 90

/** What of the outbox somebody is shown: the types of its roles, of the last ninety days. */
export const shownTo = ({ viewer }: Context): { types: string[]; since: string } =>
  ({ types: typesFor(viewer.roles), since: new Date(Date.now() - daysShown * 86_400_000).toISOString() })

export const shownMessage = ({ data, ...row }: MessageRow): HubMessage => {
  const told = JSON.parse(data) as Told
  return { ...row, recallId: told.recall ?? null, reference: told.reference ?? told.caseNumber ?? null, title: told.title ?? null, titleZh: told.titleZh ?? null }
}

export const messageById = loaderOf<string, HubMessage | null>(
  async (context, ids) => bySubject(await context.graph.read(messagesById, { ids, ...shownTo(context) }), ({ message }) => message.id, ({ message }) => shownMessage(message)),
  () => null,
)
