import { Field, InputType, Int } from 'type-graphql'
import { Day } from '../../kernel/scalars.ts'
import { SignatureInput } from '../../record/signature.input.ts'
import { LimitUnitEnum } from './clock.type.ts'
import type { LimitUnit } from './clock-versions.rules.ts'

@InputType({ description: 'A new version of a rule, for the viewer\'s own organization. What has started keeps the version that was in force on its day.' })
export class ReviseClockRuleInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String)
  rule!: string

  @Field(() => Int)
  limit!: number

  @Field(() => LimitUnitEnum)
  unit!: LimitUnit

  @Field(() => String, { nullable: true, description: 'As it was without it; so the three below.' })
  title?: string | null

  @Field(() => String, { nullable: true })
  titleZh?: string | null

  @Field(() => String, { nullable: true })
  recipient?: string | null

  @Field(() => String, { description: 'The regulation and its article.' })
  source!: string

  @Field(() => Boolean, { description: 'The official text was read.' })
  verified!: boolean

  @Field(() => Day, { description: 'Today or later, where the authority is.' })
  validFrom!: Date | string

  @Field(() => Day, { nullable: true, description: 'The last day; the version before, or the hub\'s own row, counts again after it.' })
  validTo?: Date | string | null

  @Field(() => String, { description: 'Why, for the record.' })
  reason!: string

  @Field(() => SignatureInput)
  signature!: SignatureInput
}
