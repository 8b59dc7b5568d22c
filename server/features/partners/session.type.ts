import { Moment } from '../../kernel/scalars.ts'
import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A sign-in of the viewer, on some device.' })
export class Session {
  @Field(() => ID)
  id!: string

  @Field(() => Moment, { nullable: true, description: 'When it began.' })
  since!: string | null

  @Field(() => Moment, { nullable: true, description: 'When it was last used, to within five minutes.' })
  seenAt!: string | null

  @Field(() => String, { nullable: true, description: 'The network address that it was last used from.' })
  address!: string | null

  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  agent!: string | null

  @Field(() => Boolean, { description: 'The one that asks.' })
  current!: boolean
}

@InputType()
export class EndSessionInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID, { nullable: true, description: 'The one that asks, where none is named.' })
  session?: string | null
}

@ObjectType({ simpleResolvers: true, description: 'The session has ended, and its tokens are refused within two seconds.' })
export class SessionEnded {
  @Field(() => ID)
  session!: string
}

export const EndSessionResult = resultOf('EndSessionResult', SessionEnded)
