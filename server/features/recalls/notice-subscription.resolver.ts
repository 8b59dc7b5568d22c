import { Ctx, Resolver, Root, Subscription } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import type { FeedMessage } from '../../kernel/feed.ts'
import { live } from '../../kernel/live.ts'
import { noticeById } from './notice.loader.ts'
import { RecallNotice } from './notice.type.ts'

const noticesOf = (...types: string[]) => ({ context }: { context: Context }) => live(context, types, async (now, id) => (await noticeById(now).load(id)) !== null)

@Resolver()
export class NoticeSubscriptionResolver {
  @Subscription(() => RecallNotice, { subscribe: noticesOf('recall.notice.issued'), description: 'A notice for the viewer\'s organization, as soon as its recall is signed. What came while away is in `recallNotices`.' })
  recallNoticeIssued(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<RecallNotice | null> {
    return noticeById(context).load(subject)
  }

  @Subscription(() => RecallNotice, { subscribe: noticesOf('recall.notice.responded', 'recall.notice.late'), description: 'A recipient of the maker\'s recall has answered, wholly or in part, or what it covers came to a further holder, who was told.' })
  recallNoticeResponded(@Ctx() context: Context, @Root() { subject }: FeedMessage): Promise<RecallNotice | null> {
    return noticeById(context).load(subject)
  }
}
