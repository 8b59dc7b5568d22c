import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { Moment } from '../../kernel/scalars.ts'
import { change } from '../../record/change.ts'
import { lookOnce } from '../../record/look-once.ts'
import { RecallNotice } from '../recalls/notice.type.ts'
import { Recall } from '../recalls/recall.type.ts'
import { eraseCallContact, logPhoneCall } from './log-phone-call.ts'
import { phoneCallById, phoneFactsOfNotice, phoneNoticesOfRecall } from './phone.loader.ts'
import { EraseCallContactInput, LogPhoneCallInput, LogPhoneCallResult, PhoneCall, PhoneCallLogged } from './phone.type.ts'

@Resolver(() => Recall)
export class PhoneTasksResolver {
  @FieldResolver(() => [RecallNotice], { description: 'Notices that reached nobody by portal, mail or webhook and are to be told by telephone, and those that were; the open ones first. For the maker.' })
  phoneTasks(@Ctx() context: Context, @Root() { id }: Recall): Promise<RecallNotice[]> {
    return phoneNoticesOfRecall(context).load(id)
  }
}

@Resolver(() => RecallNotice)
export class NoticePhoneResolver {
  @FieldResolver(() => Moment, { nullable: true, description: 'Since when somebody should telephone: no other way has reached anybody. For the maker.' })
  async phoneTaskSince(@Ctx() context: Context, @Root() { id }: RecallNotice): Promise<string | null> {
    return (await phoneFactsOfNotice(context).load(id))?.since ?? null
  }

  @FieldResolver(() => String, { nullable: true, description: 'The recipient\'s number, for the maker, where it may know who it is.' })
  async recipientPhone(@Ctx() context: Context, @Root() { id }: RecallNotice): Promise<string | null> {
    return (await phoneFactsOfNotice(context).load(id))?.phone ?? null
  }

  @FieldResolver(() => [PhoneCall], { description: 'The newest first. For the maker.' })
  async phoneCalls(@Ctx() context: Context, @Root() { id }: RecallNotice): Promise<PhoneCall[]> {
    return (await phoneFactsOfNotice(context).load(id))?.calls ?? []
  }

  @Mutation(() => LogPhoneCallResult, { description: 'A recipient was told by telephone.' })
  logPhoneCall(@Ctx() context: Context, @Arg('input', () => LogPhoneCallInput) { idempotencyKey, ...input }: LogPhoneCallInput): Promise<object> {
    return change(context, { action: 'LOG_PHONE_CALL', idempotencyKey, input, subject: input.notice }, (changing) => logPhoneCall(changing, { idempotencyKey, ...input }))
  }

  @Mutation(() => LogPhoneCallResult, { description: 'With whom somebody spoke is erased; the call stays.' })
  eraseCallContact(@Ctx() context: Context, @Arg('input', () => EraseCallContactInput) input: EraseCallContactInput): Promise<object> {
    return change(context, { action: 'ERASE_PERSON', idempotencyKey: `eraseCallContact:${input.idempotencyKey}`, input, subject: input.call }, (changing) => eraseCallContact(changing, input))
  }
}

@Resolver(() => PhoneCall)
export class PhoneContactResolver {
  @FieldResolver(() => String, { nullable: true, description: 'With whom. Kept apart; null once it is erased. That somebody looked is recorded.' })
  async spokeWith(@Ctx() context: Context, @Root() { notice, spokeWith }: PhoneCall): Promise<string | null> {
    if (spokeWith !== null) await lookOnce(context, { subject: notice, field: 'call.spokeWith', maker: context.viewer.organization })
    return spokeWith
  }
}

@Resolver(() => PhoneCallLogged)
export class LoggedPhoneCallResolver {
  @FieldResolver(() => PhoneCall)
  call(@Ctx() context: Context, @Root() { callId }: PhoneCallLogged): Promise<PhoneCall | null> {
    return phoneCallById(context).load(callId)
  }
}
