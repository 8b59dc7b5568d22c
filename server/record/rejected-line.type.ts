import { Field, Int, ObjectType } from 'type-graphql'
import { Reason } from '../kernel/scalars.ts'

@ObjectType({ simpleResolvers: true, description: 'A line that was not taken, while others were.' })
export class RejectedLine {
  @Field(() => Int, { description: 'Counts from 1.' })
  line!: number

  @Field(() => String)
  code!: string

  @Field(() => Reason)
  reason!: Reason
}
