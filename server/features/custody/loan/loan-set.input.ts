import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { Day, Moment } from '../../../kernel/scalars.ts'
import { GoodsLineInput } from '../report/goods-report.input.ts'

export enum LoanOutcome {
  IMPLANTED = 'IMPLANTED',
  CONSUMED = 'CONSUMED',
  OPENED_UNUSED = 'OPENED_UNUSED',
  DISCARDED = 'DISCARDED',
  RETURNED = 'RETURNED',
}
registerEnumType(LoanOutcome, {
  name: 'LoanOutcome',
  description: 'What became of something in a loan set.',
  valuesConfig: {
    OPENED_UNUSED: { description: 'Opened in vain: no patient had it, and nobody can use it any more.' },
    RETURNED: { description: 'Said by the borrower: it goes back. By the lender: it is back, and held until inspected.' },
  },
})

@InputType({ description: 'A set goes on loan: what is packed in its tray, and the lines, which are packed into it first. It stays the sender\'s.' })
export class SendLoanSetInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'SSCC of the tray or case.' })
  sscc!: string

  @Field(() => String, { description: 'Who borrows it: GLN, Chinese unified social credit code, global id or hub code.' })
  to!: string

  @Field(() => String, { description: 'The lender\'s own number.' })
  documentNumber!: string

  @Field(() => Moment, { description: 'When it leaves.' })
  at!: Date

  @Field(() => Day, { description: 'When it is to be back.' })
  dueOn!: Date | string

  @Field(() => String, { nullable: true, description: 'From where: a site of the sender, by code, GLN or id.' })
  site?: string | null

  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => [GoodsLineInput], { nullable: true })
  lines?: GoodsLineInput[] | null
}

@InputType()
export class LoanSetLineInput extends GoodsLineInput {
  @Field(() => LoanOutcome)
  outcome!: LoanOutcome
}

@InputType({ description: 'What became of things in a loan set. The lender says what came back, and what was used where the borrower does not work with the hub.' })
export class ReportLoanSetInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  loanSet!: string

  @Field(() => Moment, { description: 'When it happened.' })
  at!: Date

  @Field(() => String, { nullable: true, description: 'Where: a site of the reporter, by code, GLN or id.' })
  site?: string | null

  @Field(() => String, { nullable: true, description: 'The hospital\'s own reference to the procedure. Only the hospital ever sees it; never a patient\'s identity.' })
  procedureReference?: string | null

  @Field(() => [LoanSetLineInput])
  lines!: LoanSetLineInput[]
}

@InputType({ description: 'The lender has settled a set. What is still out is missing: a finding, at each device and lot.' })
export class CloseLoanSetInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  loanSet!: string

  @Field(() => String, { nullable: true, description: 'How it was settled, as that the missing ones were billed. At most 500 characters.' })
  note?: string | null
}
