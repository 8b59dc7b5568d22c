import { ArgsType, Field } from 'type-graphql'
import { PageArgs } from '../../../kernel/connection.ts'

@ArgsType()
export class FindingsArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only open ones, or only cleared ones.' })
  open?: boolean | null

  @Field(() => String, { nullable: true, description: 'Only those of one code.' })
  code?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer has taken on.' })
  mine?: boolean | null
}
