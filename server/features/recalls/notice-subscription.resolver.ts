import { Ctx, Resolver, Root, Subscription } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import type { FeedMessage } from '../../kernel/feed.ts'
import { live } from '../../kernel/live.ts'
import { noticeById } from './notice.loader.ts'
import { RecallNotice } from './notice.type.ts'

const noticesOf = (type: string) => ({ context }: { context: Context }) => live(context, [type], async (now, id) => (await noticeById(now).load(id)) !== null)

@Resolver()
export class NoticeSubscriptionResolver {
  @Subscription(() => RecallNotice, { subscribe: noticesOf('recall.notice.issued'), description: 'A notice for the viewer\'s organization, as soon as its recall is signed. What came while away is in `recallNotices`.' })
  recallNoticeIssued(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<RecallNotice | null> {
    return noticeById(context).load(subject)
  }

  @Subscription(() => RecallNotice, { subscribe: noticesOf('recall.notice.responded'), description: 'A recipient of the maker\'s recall has answered, wholly or in part.' })
  recallNoticeResponded(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<RecallNotice | null> {
    return noticeById(context).load(subject)
  }
}
