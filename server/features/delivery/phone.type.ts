import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A call about a notice that no other way had reached anybody by. For the maker alone.' })
export class PhoneCall {
  @Field(() => ID)
  id!: string

  notice!: string

  @Field(() => Moment)
  calledAt!: string

  @Field(() => String, { nullable: true, description: 'Who of the maker called.' })
  caller!: string | null

  spokeWith!: string | null

  @Field(() => String)
  said!: string

  @Field(() => Boolean, { description: 'Whether somebody was told who can act: then it is no task any more.' })
  reached!: boolean
}

@InputType()
export class LogPhoneCallInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  notice!: string

  @Field(() => Moment)
  calledAt!: Date

  @Field(() => String)
  spokeWith!: string

  @Field(() => String, { description: 'What was said.' })
  said!: string

  @Field(() => Boolean)
  reached!: boolean
}

@InputType({ description: 'The right to erasure: with whom somebody spoke goes, the call stays.' })
export class EraseCallContactInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  call!: string

  @Field(() => String)
  reason!: string
}

@ObjectType()
export class PhoneCallLogged {
  callId!: string
}

export const LogPhoneCallResult = resultOf('LogPhoneCallResult', PhoneCallLogged)
