import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { resultOf } from '../../record/refused.type.ts'
import { erasePerson } from './erase-person.ts'

@InputType()
class ErasePersonInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID, { description: 'Somebody of the viewer\'s own organization.' })
  person!: string

  @Field(() => String, { description: 'Why, as the request that it answers; without personal data, since it is kept.' })
  reason!: string
}

@ObjectType({ simpleResolvers: true })
class ErasePersonSuccess {
  @Field(() => ID)
  person!: string

  @Field(() => Int)
  erasedValues!: number
}

const ErasePersonResult = resultOf('ErasePersonResult', ErasePersonSuccess)

@Resolver()
export class ErasePersonResolver {
  @Mutation(() => ErasePersonResult, { description: 'Erases who somebody was; the record stays, and with it that somebody acted.' })
  erasePerson(@Ctx() context: Context, @Arg('input', () => ErasePersonInput) input: ErasePersonInput): Promise<object> {
    return change(context, { action: 'ERASE_PERSON', idempotencyKey: input.idempotencyKey, input, subject: input.person }, (writing) => erasePerson(writing, input))
  }
}
