import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Action } from '../../access/may.ts'
import type { Context } from '../../kernel/context.ts'
import { type Change, change } from '../../record/change.ts'
import type { CaseRow } from './adverse-event.cypher.ts'
import {
  AnswerReporterRequestInput, AskReporterInput, AssessAdverseEventInput, CodeAdverseEventInput, ConcludeAdverseEventInput, EraseReporterInput, RecordFiledReportInput, ReopenAdverseEventInput, SubmitAdverseEventInput,
  TriageAdverseEventInput,
} from './adverse-event.input.ts'
import { caseById } from './adverse-event.loader.ts'
import { AdverseEvent, HandleAdverseEventResult, HandleAdverseEventSuccess, SubmitAdverseEventResult, SubmitAdverseEventSuccess } from './adverse-event.type.ts'
import { answer, ask, assess, code, conclude, eraseReporter, recordFiled, reopen, triage } from './handle-adverse-event.ts'
import { submitAdverseEvent } from './submit-adverse-event.ts'

/** One step of a case, by its verb. The verb's name stands in the key, so that two verbs may use the same. */
const handled = <Input extends { idempotencyKey: string }>(context: Context, verb: (change: Change, input: Input) => Promise<object>, input: Input, action: Action = 'HANDLE_ADVERSE_EVENT'): Promise<object> =>
  change(context, { action, idempotencyKey: `${verb.name}:${input.idempotencyKey}`, input, ...('adverseEvent' in input ? { subject: String(input.adverseEvent) } : {}) }, (changing) => verb(changing, input))

@Resolver()
export class AdverseEventChangeResolver {
  @Mutation(() => SubmitAdverseEventResult, { description: 'Something went wrong with a device. It gets a case number at once.' })
  submitAdverseEvent(@Ctx() context: Context, @Arg('input', () => SubmitAdverseEventInput) input: SubmitAdverseEventInput): Promise<object> {
    return change(context, { action: 'SUBMIT_ADVERSE_EVENT', idempotencyKey: input.idempotencyKey, input }, (changing) => submitAdverseEvent(changing, input))
  }

  @Mutation(() => HandleAdverseEventResult)
  triageAdverseEvent(@Ctx() context: Context, @Arg('input', () => TriageAdverseEventInput) input: TriageAdverseEventInput): Promise<object> {
    return handled(context, triage, input)
  }

  @Mutation(() => HandleAdverseEventResult)
  codeAdverseEvent(@Ctx() context: Context, @Arg('input', () => CodeAdverseEventInput) input: CodeAdverseEventInput): Promise<object> {
    return handled(context, code, input)
  }

  @Mutation(() => HandleAdverseEventResult)
  assessAdverseEvent(@Ctx() context: Context, @Arg('input', () => AssessAdverseEventInput) input: AssessAdverseEventInput): Promise<object> {
    return handled(context, assess, input)
  }

  @Mutation(() => HandleAdverseEventResult)
  concludeAdverseEvent(@Ctx() context: Context, @Arg('input', () => ConcludeAdverseEventInput) input: ConcludeAdverseEventInput): Promise<object> {
    return handled(context, conclude, input)
  }

  @Mutation(() => HandleAdverseEventResult)
  reopenAdverseEvent(@Ctx() context: Context, @Arg('input', () => ReopenAdverseEventInput) input: ReopenAdverseEventInput): Promise<object> {
    return handled(context, reopen, input)
  }

  @Mutation(() => HandleAdverseEventResult, { description: 'A question to the reporter.' })
  askReporter(@Ctx() context: Context, @Arg('input', () => AskReporterInput) input: AskReporterInput): Promise<object> {
    return handled(context, ask, input)
  }

  @Mutation(() => HandleAdverseEventResult, { description: 'The reporter\'s organization answers.' })
  answerReporterRequest(@Ctx() context: Context, @Arg('input', () => AnswerReporterRequestInput) input: AnswerReporterRequestInput): Promise<object> {
    return handled(context, answer, input, 'SUBMIT_ADVERSE_EVENT')
  }

  @Mutation(() => HandleAdverseEventResult, { description: 'What the viewer\'s organization filed with an authority: meets its clock.' })
  recordFiledReport(@Ctx() context: Context, @Arg('input', () => RecordFiledReportInput) input: RecordFiledReportInput): Promise<object> {
    return handled(context, recordFiled, input, 'SUBMIT_ADVERSE_EVENT')
  }

  @Mutation(() => HandleAdverseEventResult)
  eraseReporter(@Ctx() context: Context, @Arg('input', () => EraseReporterInput) input: EraseReporterInput): Promise<object> {
    return handled(context, eraseReporter, input, 'ERASE_PERSON')
  }
}

@Resolver(() => SubmitAdverseEventSuccess)
export class SubmittedAdverseEventResolver {
  @FieldResolver(() => AdverseEvent)
  adverseEvent(@Ctx() context: Context, @Root() { caseId }: SubmitAdverseEventSuccess): Promise<CaseRow | null> {
    return caseById(context).load(caseId)
  }
}

@Resolver(() => HandleAdverseEventSuccess)
export class HandledAdverseEventResolver {
  @FieldResolver(() => AdverseEvent)
  adverseEvent(@Ctx() context: Context, @Root() { caseId }: HandleAdverseEventSuccess): Promise<CaseRow | null> {
    return caseById(context).load(caseId)
  }
}
