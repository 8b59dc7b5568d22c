import { Field, Float, ID, InputType } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'
import { Priority, ServiceTicketKind, ServiceTicketStep } from './ticket.type.ts'

@InputType()
export class OpenServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'Of a device with a serial number; of a COMPLAINT or RETURN also of a lot.' })
  code!: string

  @Field(() => ServiceTicketKind)
  kind!: ServiceTicketKind

  @Field(() => String)
  summary!: string

  @Field(() => String, { nullable: true })
  description?: string | null

  @Field(() => Priority, { nullable: true, defaultValue: Priority.NORMAL })
  priority?: Priority | null

  @Field(() => Float, { nullable: true, description: 'Of a lot: how much of it.' })
  quantity?: number | null

  @Field(() => String, { nullable: true, description: 'Of the quantity, by UN/ECE Recommendation 20; the lot\'s own unless given.' })
  unit?: string | null

  @Field(() => String, { nullable: true, description: 'Of what is returned: how it was decontaminated, or that it was not.' })
  decontamination?: string | null

  @Field(() => [ID], { nullable: true, description: 'Photos and papers, uploaded before by the viewer\'s organization (`POST /attachments`).' })
  documents?: string[] | null
}

@InputType()
export class NoteServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  ticket!: string

  @Field(() => String, { description: 'For the other side to read. At most 4,000 characters.' })
  text!: string

  @Field(() => [ID], { nullable: true, description: 'Photos and papers, uploaded before by the viewer\'s organization (`POST /attachments`).' })
  documents?: string[] | null
}

@InputType()
export class AdvanceServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  ticket!: string

  @Field(() => ServiceTicketStep, { description: 'Who opened it may CANCEL it, a service provider START, WAIT and RESOLVE it; the rest is the maker\'s.' })
  step!: ServiceTicketStep

  @Field(() => String, { nullable: true, description: 'What was done, or found; needed to RESOLVE.' })
  resolution?: string | null

  @Field(() => String, { nullable: true, description: 'Of what was returned: how it was decontaminated; needed to RESOLVE a RETURN, unless who sent it said so.' })
  decontamination?: string | null

  @Field(() => String, { nullable: true })
  capaNumber?: string | null

  @Field(() => Day, { nullable: true, description: 'On RESOLVE or CLOSE: when the work was done; today unless it was said before. The next service is counted from it.' })
  doneOn?: Date | string | null

  @Field(() => [ID], { nullable: true, description: 'On RESOLVE or CLOSE: certificates and reports of the work, uploaded before (`POST /attachments`). They are papers of the device from then on.' })
  certificates?: string[] | null

  @Field(() => Day, { nullable: true, description: 'On CLOSE: when the next service of this kind is due, instead of the product\'s plan.' })
  nextDueOn?: Date | string | null
}

@InputType()
export class AssignServiceTicketInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  ticket!: string

  @Field(() => String, { nullable: true, description: 'Who of the desk works on it. Null: nobody any more.' })
  assignee?: string | null

  @Field(() => String, { nullable: true, description: 'Hub code or id of a service provider that works on it from now on, and sees the device until it is closed. Null: as it was; empty: none any more.' })
  provider?: string | null

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
