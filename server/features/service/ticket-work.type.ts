import { Field, Float, ID, ObjectType } from 'type-graphql'
import { Moment } from '../../kernel/scalars.ts'
import { Party } from '../partners/party.type.ts'

@ObjectType({ simpleResolvers: true })
export class Measurement {
  @Field(() => ID)
  id!: string

  @Field(() => Moment)
  measuredAt!: string

  @Field(() => String, { description: 'What was measured, as flow rate.' })
  quantity!: string

  @Field(() => Float)
  value!: number

  @Field(() => String, { description: 'UN/ECE Recommendation 20, or as it was written.' })
  unit!: string

  @Field(() => Float, { nullable: true })
  lower!: number | null

  @Field(() => Float, { nullable: true })
  upper!: number | null

  @Field(() => Boolean, { nullable: true, description: 'Within its limits; null where there are none.' })
  passed!: boolean | null
}

@ObjectType({ simpleResolvers: true, description: 'What one side of a ticket wrote to the other.' })
export class TicketNote {
  @Field(() => ID)
  id!: string

  @Field(() => Moment)
  at!: string

  @Field(() => Party)
  by!: Party

  @Field(() => String, { description: 'Empty once it was erased.' })
  text!: string
}
