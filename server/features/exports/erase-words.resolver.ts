import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { Context } from '../../kernel/context.ts'
import { change } from '../../record/change.ts'
import { resultOf } from '../../record/refused.type.ts'
import { eraseWords } from './erase-words.ts'

@InputType()
class EraseWordsInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID, { description: 'An acceptance record, a loan set that was lent, or the maker\'s a ticket with its assignee, of the viewer\'s own organization.' })
  subject!: string

  @Field(() => String, { description: 'Why, as the request that it answers; without personal data, since it is kept.' })
  reason!: string
}

@ObjectType({ simpleResolvers: true })
class EraseWordsSuccess {
  @Field(() => ID)
  subject!: string

  @Field(() => Int, { description: 'Values of the audit record that referred to the words.' })
  erasedValues!: number
}

const EraseWordsResult = resultOf('EraseWordsResult', EraseWordsSuccess)

@Resolver()
export class EraseWordsResolver {
  @Mutation(() => EraseWordsResult, { description: 'Erases what was remarked on one thing, or who a ticket was given to, whether a person or a system wrote it: there, and in the audit record, which keeps that something was.' })
  eraseWords(@Ctx() context: Context, @Arg('input', () => EraseWordsInput) input: EraseWordsInput): Promise<object> {
    return change(context, { action: 'ERASE_PERSON', idempotencyKey: input.idempotencyKey, input, subject: input.subject }, (writing) => eraseWords(writing, input))
  }
}
