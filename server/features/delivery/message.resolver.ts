import { Arg, Args, Ctx, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import type { FeedMessage } from '../../kernel/feed.ts'
import { change } from '../../record/change.ts'
import { mailPreference, ownMessageCount, ownMessages } from './message.cypher.ts'
import { messageById, shownMessage, shownTo } from './message.loader.ts'
import { HubMessage, HubMessageConnection, ReadMessagesInput, ReadMessagesResult, SetMailPreferenceInput, SetMailPreferenceResult } from './message.type.ts'
import { typesFor } from './message-types.ts'
import { preferMail, readMessages } from './read-messages.ts'

const unreadOf = async (context: Context): Promise<number> => (await context.graph.read(ownMessageCount, { ...shownTo(context), unread: true }))[0]?.total ?? 0

/** Of the bell: each message once, to those whose work it is. */
const arriving = ({ context: { feed, viewer } }: { context: Context }): AsyncIterable<FeedMessage> => feed.follow(typesFor(viewer.roles), viewer.organization)

@Resolver()
export class MessageResolver {
  @Query(() => HubMessageConnection, { description: 'What the viewer\'s organization was told in the last ninety days and is the viewer\'s work, the newest first.' })
  async messages(@Ctx() context: Context, @Args(() => PageArgs) args: PageArgs, @Arg('unread', () => Boolean, { nullable: true }) unread?: boolean | null): Promise<Connection<HubMessage>> {
    const [page, shown] = [pageOf(args, 30), { ...shownTo(context), unread: unread ?? false }]
    const [rows, [count]] = await Promise.all([context.graph.read(ownMessages, { ...page, ...shown }), context.graph.read(ownMessageCount, shown)])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ message }) => shownMessage(message))
  }

  @Query(() => Int, { description: 'How many of them the viewer has not read.' })
  unreadMessages(@Ctx() context: Context): Promise<number> {
    return unreadOf(context)
  }

  @Query(() => Boolean, { nullable: true, description: 'Whether messages come to the viewer by mail too; null where the hub has no address.' })
  async mailPreference(@Ctx() { graph }: Context): Promise<boolean | null> {
    return (await graph.read(mailPreference, {}))[0]?.mail ?? null
  }

  @Mutation(() => ReadMessagesResult)
  async readMessages(@Ctx() context: Context, @Arg('input', () => ReadMessagesInput) { idempotencyKey, ...input }: ReadMessagesInput): Promise<object> {
    const answer = await change(context, { action: 'READ_MESSAGES', idempotencyKey, input }, async (changing) => {
      await readMessages(changing, input.messages ?? null)
      return { __typename: 'MessagesRead' }
    })
    return answer.__typename === 'MessagesRead' ? { ...answer, unreadCount: await unreadOf(context) } : answer
  }

  @Mutation(() => SetMailPreferenceResult)
  setMailPreference(@Ctx() context: Context, @Arg('input', () => SetMailPreferenceInput) { idempotencyKey, ...input }: SetMailPreferenceInput): Promise<object> {
    return change(context, { action: 'READ_MESSAGES', idempotencyKey, input }, async (changing) => ({ __typename: 'MailPreferenceSaved', mail: await preferMail(changing, input.mail) }))
  }

  @Subscription(() => HubMessage, { nullable: true, subscribe: arriving, description: 'The same as it comes. What came while away is in `messages`.' })
  messageArrived(@Ctx() context: Context, @Root() { id }: FeedMessage): Promise<HubMessage | null> {
    return messageById({ ...context }).load(id)
  }
}
