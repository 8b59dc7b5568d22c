import { Field, Float, ID, InputType } from 'type-graphql'
import { Day, Moment } from '../../kernel/scalars.ts'
import { SignatureInput } from '../../record/signature.input.ts'
import { RecallDisposition } from '../custody/item.type.ts'
import { RecallScopeInput } from './recall-scope.input.ts'
import { RecallAction, RecallClass } from './recall.type.ts'

@InputType()
export class DraftRecallInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID, { nullable: true, description: 'A draft to revise; a new one without it.' })
  recall?: string | null

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  titleZh?: string | null

  @Field(() => String)
  reason!: string

  @Field(() => String, { nullable: true, description: 'In Chinese, for those who read the notice so.' })
  reasonZh?: string | null

  @Field(() => String, { nullable: true })
  riskStatement?: string | null

  @Field(() => String, { nullable: true, description: 'In Chinese.' })
  riskStatementZh?: string | null

  @Field(() => RecallClass, { description: 'The recalling firm\'s own severity. FDA\'s class, NMPA\'s level and others are recorded by jurisdiction.' })
  classification!: RecallClass

  @Field(() => [RecallAction])
  actions!: RecallAction[]

  @Field(() => RecallScopeInput)
  scope!: RecallScopeInput

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'A drill notifies nobody outside and is timed like the real thing.' })
  drill?: boolean | null

  @Field(() => Moment, { nullable: true, description: 'When holders are to have answered; by the class where it is not given (I: 3 days, II: 7, III: 14).' })
  respondBy?: Date | string | null

  @Field(() => Day, { nullable: true })
  estimatedCompletion?: Date | string | null

  @Field(() => [ID], { nullable: true, description: 'Adverse events that it follows from.' })
  adverseEvents?: string[] | null
}

@InputType({ description: 'A step in the life of a recall that needs no signature.' })
export class RecallStepInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  recall!: string

  @Field(() => String, { nullable: true, description: 'Why, for the record.' })
  reason?: string | null
}

@InputType()
export class ApproveRecallInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  recall!: string

  @Field(() => SignatureInput)
  signature!: SignatureInput
}

@InputType({ description: 'Later findings: notifies only those who have not been told of it.' })
export class AmendRecallInput extends ApproveRecallInput {
  @Field(() => RecallScopeInput, { description: 'What is added.' })
  scope!: RecallScopeInput

  @Field(() => String)
  reason!: string
}

@InputType()
export class CloseRecallInput extends ApproveRecallInput {
  @Field(() => String)
  conclusion!: string

  @Field(() => String, { nullable: true, description: 'Why it can be closed although devices are unaccounted for. The conclusion may say it too, naming how many.' })
  unaccountedReason?: string | null
}

@InputType({ description: 'That an authority has ended it (21 CFR 7.55).' })
export class TerminateRecallInput extends RecallStepInput {
  @Field(() => String)
  authority!: string

  @Field(() => String)
  authorityReference!: string
}

@InputType()
export class AcknowledgeRecallNoticeInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  notice!: string

  @Field(() => String, { nullable: true, description: 'The number of a notice of the same recall that came by another way: by it `recallNotices` finds this one.' })
  outsideNumber?: string | null
}

@InputType()
export class RecallDispositionInput {
  @Field(() => String)
  code!: string

  @Field(() => RecallDisposition)
  disposition!: RecallDisposition

  @Field(() => Float, { nullable: true })
  quantity?: number | null

  @Field(() => String, { nullable: true })
  unit?: string | null

  @Field(() => String, { nullable: true, description: 'GLN, USCC, id or hub code of who got it.' })
  forwardedTo?: string | null

  @Field(() => Day, { nullable: true })
  occurredOn?: Date | string | null
}

@InputType()
export class RespondToRecallNoticeInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  notice!: string

  @Field(() => [RecallDispositionInput], { description: 'What was done with each device; may be sent in parts. The last answer on a device counts.' })
  dispositions!: RecallDispositionInput[]

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'The holder has searched and holds none.' })
  noneHeld?: boolean | null

  @Field(() => Float, { nullable: true, description: 'How much was on hand when the notice came (21 CFR 7.53).' })
  quantityOnHandAtReceipt?: number | null

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Nothing more will follow.' })
  completed?: boolean | null

  @Field(() => String, { nullable: true })
  comment?: string | null
}

@InputType({ description: 'Whether a recipient got the notice and did what it asks (21 CFR 7.42(b)(3)).' })
export class RecordEffectivenessCheckInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  notice!: string

  @Field(() => String, { description: 'VISIT, TELEPHONE, LETTER or RECORDS.' })
  method!: string

  @Field(() => Boolean)
  effective!: boolean

  @Field(() => String, { nullable: true })
  note?: string | null
}

@InputType({ description: 'Do not use for now: before a recall is decided.' })
export class HoldDevicesInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => RecallScopeInput)
  scope!: RecallScopeInput

  @Field(() => String)
  reason!: string

  @Field(() => Day, { description: 'The last day on which it holds; at most 90 days from now. It ends by itself unless renewed.' })
  until!: Date | string

  @Field(() => ID, { nullable: true, description: 'The hold to renew, with the same devices.' })
  renews?: string | null

  @Field(() => SignatureInput)
  signature!: SignatureInput
}

@InputType()
export class LiftHoldInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  hold!: string

  @Field(() => String)
  reason!: string
}
