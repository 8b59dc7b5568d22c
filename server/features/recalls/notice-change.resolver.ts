import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { RejectedLine } from '../../record/rejected-line.type.ts'
import { acknowledgeNotice, checkEffectiveness, respondToNotice } from './answer-notice.ts'
import { noticeById } from './notice.loader.ts'
import {
  AcknowledgeRecallNoticeResult, AcknowledgeRecallNoticeSuccess, type NoticeDone, RecallNotice, RecordEffectivenessCheckResult, RecordEffectivenessCheckSuccess, RespondToRecallNoticeResult,
  RespondToRecallNoticeSuccess,
} from './notice.type.ts'
import { AcknowledgeRecallNoticeInput, RecordEffectivenessCheckInput, RespondToRecallNoticeInput } from './recall.input.ts'

@Resolver()
export class NoticeChangeResolver {
  @Mutation(() => AcknowledgeRecallNoticeResult)
  acknowledgeRecallNotice(@Ctx() context: Context, @Arg('input', () => AcknowledgeRecallNoticeInput) input: AcknowledgeRecallNoticeInput): Promise<object> {
    return change(context, { action: 'ACKNOWLEDGE_RECALL_NOTICE', idempotencyKey: input.idempotencyKey, input, subject: input.notice }, (changing) => acknowledgeNotice(changing, input))
  }

  @Mutation(() => RespondToRecallNoticeResult, { description: 'The holder says what it did with each device. Good lines are kept, bad ones come back with the reason.' })
  respondToRecallNotice(@Ctx() context: Context, @Arg('input', () => RespondToRecallNoticeInput) input: RespondToRecallNoticeInput): Promise<object> {
    return change(context, { action: 'RESPOND_TO_RECALL_NOTICE', idempotencyKey: input.idempotencyKey, input, subject: input.notice }, (changing) => respondToNotice(changing, input))
  }

  @Mutation(() => RecordEffectivenessCheckResult, { description: 'The maker made sure that a recipient knows and acts.' })
  recordEffectivenessCheck(@Ctx() context: Context, @Arg('input', () => RecordEffectivenessCheckInput) input: RecordEffectivenessCheckInput): Promise<object> {
    return change(context, { action: 'REVIEW_RECALL', idempotencyKey: input.idempotencyKey, input, subject: input.notice }, (changing) => checkEffectiveness(changing, input))
  }
}

const loaded = (context: Context, { noticeId }: NoticeDone): Promise<RecallNotice | null> => noticeById(context).load(noticeId)

@Resolver(() => AcknowledgeRecallNoticeSuccess)
export class AcknowledgedNoticeResolver {
  @FieldResolver(() => RecallNotice)
  notice(@Ctx() context: Context, @Root() done: AcknowledgeRecallNoticeSuccess): Promise<RecallNotice | null> {
    return loaded(context, done)
  }
}

@Resolver(() => RespondToRecallNoticeSuccess)
export class AnsweredNoticeResolver {
  @FieldResolver(() => RecallNotice)
  notice(@Ctx() context: Context, @Root() done: RespondToRecallNoticeSuccess): Promise<RecallNotice | null> {
    return loaded(context, done)
  }

  @FieldResolver(() => [RejectedLine])
  rejected(@Root() { rejected }: RespondToRecallNoticeSuccess): RejectedLine[] {
    return rejected
  }
}

@Resolver(() => RecordEffectivenessCheckSuccess)
export class CheckedNoticeResolver {
  @FieldResolver(() => RecallNotice)
  notice(@Ctx() context: Context, @Root() done: RecordEffectivenessCheckSuccess): Promise<RecallNotice | null> {
    return loaded(context, done)
  }
}
