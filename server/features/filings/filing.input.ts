import { Field, ID, InputType } from 'type-graphql'
import { Moment } from '../../kernel/scalars.ts'
import { ReportForm } from './filing.type.ts'

@InputType({ description: 'A report that was filed in an authority\'s own system. The report is frozen as the hub fills it now.' })
export class RecordFilingInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID, { description: 'The case or recall.' })
  subject!: string

  @Field(() => ReportForm)
  form!: ReportForm

  @Field(() => String)
  authority!: string

  @Field(() => Moment)
  filedOn!: Date | string

  @Field(() => String, { description: 'The authority\'s number.' })
  number!: string

  @Field(() => String, { nullable: true, description: 'The deadline of the case or recall that it meets.' })
  rule?: string | null
}
