import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { type Connection, PageArgs, pageOf, toConnection } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { ItemConnection } from '../custody/item.type.ts'
import { type NoticeItem, ownNoticeCount, ownNotices } from './notice.cypher.ts'
import { checksOfNotice, itemsOfNotice, noticeById, responsesOfNotice, shownNotice } from './notice.loader.ts'
import { EffectivenessCheck, RecallNotice, RecallNoticeConnection, RecallResponse } from './notice.type.ts'
import { recallById } from './recall.loader.ts'
import { Recall } from './recall.type.ts'

@Resolver(() => RecallNotice)
export class RecallNoticeResolver {
  @Query(() => RecallNoticeConnection, { description: 'What the viewer\'s organization was told, the newest first, each with exactly its own devices.' })
  async recallNotices(
    @Ctx() { graph }: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those that are still to be answered.' }) open?: boolean,
    @Arg('number', () => String, { nullable: true, description: 'Only what is the same as a notice from elsewhere: the hub\'s number, an authority\'s, or one that the viewer\'s organization named before.' }) number?: string,
  ): Promise<Connection<RecallNotice>> {
    const page = { ...pageOf(args, 20), open: open ?? false, number: number?.trim().toUpperCase() ?? '' }
    const [rows, [count]] = await Promise.all([graph.read(ownNotices, page), graph.read(ownNoticeCount, { open: page.open, number: page.number })])
    return toConnection(rows, page, count?.total ?? 0, ({ place }) => place, ({ notice }) => shownNotice(notice))
  }

  @Query(() => RecallNotice, { nullable: true })
  recallNotice(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<RecallNotice | null> {
    return noticeById(context).load(id)
  }

  @FieldResolver(() => Recall)
  recall(@Ctx() context: Context, @Root() notice: RecallNotice): Promise<Recall | null> {
    return recallById(context).load(notice.recallId)
  }

  @FieldResolver(() => ItemConnection, { description: 'Exactly the recipient\'s devices. Its place of each is the recipient\'s and the maker\'s to see; to the maker none are listed where the recipient has no name.' })
  items(
    @Ctx() context: Context, @Root() notice: RecallNotice, @Args(() => PageArgs) args: PageArgs,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only those that are still to be answered.' }) open?: boolean,
  ): Promise<Connection<NoticeItem>> {
    return itemsOfNotice(context, { ...pageOf(args, 100), open: open ?? false }).load(notice.id)
  }

  @FieldResolver(() => [RecallResponse], { description: 'All answers as they were given, the newest first.' })
  responses(@Ctx() context: Context, @Root() notice: RecallNotice): Promise<RecallResponse[]> {
    return responsesOfNotice(context).load(notice.id)
  }

  @FieldResolver(() => [EffectivenessCheck])
  checks(@Ctx() context: Context, @Root() notice: RecallNotice): Promise<EffectivenessCheck[]> {
    return checksOfNotice(context).load(notice.id)
  }
}
