import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { amendRecall, approveRecall } from './approve-recall.ts'
import { closeRecall } from './close-recall.ts'
import { draftRecall } from './draft-recall.ts'
import { AmendRecallInput, ApproveRecallInput, CloseRecallInput, DraftRecallInput, RecallStepInput, TerminateRecallInput } from './recall.input.ts'
import { recallById } from './recall.loader.ts'
import type { RecallStep } from './recall.rules.ts'
import {
  ApproveRecallResult, ApproveRecallSuccess, ChangeRecallResult, ChangeRecallSuccess, CloseRecallResult, CloseRecallSuccess, DraftRecallResult, DraftRecallSuccess, Recall, type RecallDone,
} from './recall.type.ts'
import { stepRecall, terminateRecall } from './step-recall.ts'

/** What is done with all of a recall's devices in one transaction may take so long: tens of thousands are more than a busy database does while a person waits for one. */
const ofWhole = 60_000

const step = (context: Context, which: Extract<RecallStep, 'SUBMIT' | 'RETURN' | 'CANCEL'>, input: RecallStepInput): Promise<object> =>
  change(context, { action: which === 'SUBMIT' ? 'DRAFT_RECALL' : 'REVIEW_RECALL', idempotencyKey: `${which} ${input.idempotencyKey}`.replace(' ', ':'), input, subject: input.recall }, (changing) => stepRecall(changing, which, input))

@Resolver()
export class RecallChangeResolver {
  @Mutation(() => DraftRecallResult, { description: 'A new draft, or one revised. Nobody outside learns of it.' })
  draftRecall(@Ctx() context: Context, @Arg('input', () => DraftRecallInput) input: DraftRecallInput): Promise<object> {
    return change(context, { action: 'DRAFT_RECALL', idempotencyKey: input.idempotencyKey, input }, (changing) => draftRecall(changing, input))
  }

  @Mutation(() => ChangeRecallResult)
  submitRecallForReview(@Ctx() context: Context, @Arg('input', () => RecallStepInput) input: RecallStepInput): Promise<object> {
    return step(context, 'SUBMIT', input)
  }

  @Mutation(() => ChangeRecallResult)
  returnRecallToDraft(@Ctx() context: Context, @Arg('input', () => RecallStepInput) input: RecallStepInput): Promise<object> {
    return step(context, 'RETURN', input)
  }

  @Mutation(() => ChangeRecallResult)
  cancelRecall(@Ctx() context: Context, @Arg('input', () => RecallStepInput) input: RecallStepInput): Promise<object> {
    return step(context, 'CANCEL', input)
  }

  @Mutation(() => ApproveRecallResult, { description: 'The signature takes effect at once: the scope is frozen, its devices are blocked at every door, a notice goes to each who must know. A drill tells nobody.' })
  approveRecall(@Ctx() context: Context, @Arg('input', () => ApproveRecallInput) input: ApproveRecallInput): Promise<object> {
    return change(context, { action: 'APPROVE_RECALL', idempotencyKey: input.idempotencyKey, input, subject: input.recall, milliseconds: ofWhole }, (changing) => approveRecall(changing, input))
  }

  @Mutation(() => ChangeRecallResult, { description: 'Adds to the scope of an open recall, and notifies only those who have not been told.' })
  amendRecall(@Ctx() context: Context, @Arg('input', () => AmendRecallInput) input: AmendRecallInput): Promise<object> {
    return change(context, { action: 'APPROVE_RECALL', idempotencyKey: input.idempotencyKey, input, subject: input.recall, milliseconds: ofWhole }, (changing) => amendRecall(changing, input))
  }

  @Mutation(() => CloseRecallResult, { description: 'Refused while devices are unaccounted for, unless the signed conclusion says why.' })
  closeRecall(@Ctx() context: Context, @Arg('input', () => CloseRecallInput) input: CloseRecallInput): Promise<object> {
    return change(context, { action: 'CLOSE_RECALL', idempotencyKey: input.idempotencyKey, input, subject: input.recall, milliseconds: ofWhole }, (changing) => closeRecall(changing, input))
  }

  @Mutation(() => ChangeRecallResult, { description: 'Records that an authority has ended a recall that the firm completed.' })
  terminateRecall(@Ctx() context: Context, @Arg('input', () => TerminateRecallInput) input: TerminateRecallInput): Promise<object> {
    return change(context, { action: 'CLOSE_RECALL', idempotencyKey: input.idempotencyKey, input, subject: input.recall }, (changing) => terminateRecall(changing, input))
  }
}

const loaded = (context: Context, { recallId }: RecallDone): Promise<Recall | null> => recallById(context).load(recallId)

@Resolver(() => DraftRecallSuccess)
export class DraftedRecallResolver {
  @FieldResolver(() => Recall)
  recall(@Ctx() context: Context, @Root() done: DraftRecallSuccess): Promise<Recall | null> {
    return loaded(context, done)
  }
}

@Resolver(() => ApproveRecallSuccess)
export class ApprovedRecallResolver {
  @FieldResolver(() => Recall)
  recall(@Ctx() context: Context, @Root() done: ApproveRecallSuccess): Promise<Recall | null> {
    return loaded(context, done)
  }
}

@Resolver(() => CloseRecallSuccess)
export class ClosedRecallResolver {
  @FieldResolver(() => Recall)
  recall(@Ctx() context: Context, @Root() done: CloseRecallSuccess): Promise<Recall | null> {
    return loaded(context, done)
  }
}

@Resolver(() => ChangeRecallSuccess)
export class ChangedRecallResolver {
  @FieldResolver(() => Recall)
  recall(@Ctx() context: Context, @Root() done: ChangeRecallSuccess): Promise<Recall | null> {
    return loaded(context, done)
  }
}
