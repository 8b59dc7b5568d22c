import { Field, Float, ID, InputType } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'
import { Priority, ServiceTicketKind, ServiceTicketStep } from './ticket.type.ts'

@InputType()
export class OpenServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String)
  code!: string

  @Field(() => ServiceTicketKind)
  kind!: ServiceTicketKind

  @Field(() => String)
  summary!: string

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Priority, { nullable: true, defaultValue: Priority.NORMAL })
  priority?: Priority | null
}

@InputType()
export class AdvanceServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  ticket!: string

  @Field(() => ServiceTicketStep, { description: 'Who opened it may CANCEL it; the rest is the maker\'s.' })
  step!: ServiceTicketStep

  @Field(() => String, { nullable: true, description: 'What was done, or found; needed to RESOLVE.' })
  resolution?: string | null

  @Field(() => String, { nullable: true, description: 'Of a returned device: how it was decontaminated.' })
  decontamination?: string | null

  @Field(() => String, { nullable: true })
  capaNumber?: string | null

  @Field(() => Day, { nullable: true, description: 'On CLOSE: when the next service is due, instead of the product\'s plan.' })
  nextDueOn?: Date | string | null
}

@InputType()
export class AssignServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  ticket!: string

  @Field(() => String, { nullable: true, description: 'Null: nobody any more.' })
  assignee?: string | null

  @Field(() => Priority, { nullable: true })
  priority?: Priority | null
}

@InputType()
export class RecordMeasurementInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  ticket!: string

  @Field(() => String)
  quantity!: string

  @Field(() => Float)
  value!: number

  @Field(() => String)
  unit!: string

  @Field(() => Float, { nullable: true })
  lower?: number | null

  @Field(() => Float, { nullable: true })
  upper?: number | null
}
