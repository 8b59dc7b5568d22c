import { Field, ID, InputType } from 'type-graphql'
import { Day, Moment } from '../../kernel/scalars.ts'
import { RecallClass } from './recall.type.ts'

@InputType({ description: 'What is known of a recall before one authority. Replaces what was recorded.' })
export class RecordRecallAuthorityInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  recall!: string

  @Field(() => String, { description: 'US, EU or CN.' })
  jurisdiction!: string

  @Field(() => RecallClass, { nullable: true, description: 'FDA\'s class, or China\'s level.' })
  level?: RecallClass | null

  @Field(() => String, { nullable: true })
  authority?: string | null

  @Field(() => String, { nullable: true })
  reference?: string | null

  @Field(() => Day, { nullable: true, description: 'Where it was decided before the signature.' })
  decidedOn?: Date | string | null
}

@InputType({ description: 'That something was told or filed, which meets the deadline of a rule.' })
export class RecordRecallReportInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  recall!: string

  @Field(() => String, { description: 'Of one of the recall\'s deadlines.' })
  rule!: string

  @Field(() => Moment)
  filedOn!: Date | string

  @Field(() => String, { description: 'The authority\'s number, or what proves it.' })
  reference!: string

  @Field(() => String, { nullable: true })
  note?: string | null
}
