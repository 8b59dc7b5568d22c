import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars'
import { Field, Float, ObjectType } from 'type-graphql'

/** A day, `YYYY-MM-DD`. */
export const Day = GraphQLDate
/** A moment, ISO 8601 with an offset. */
export const Moment = GraphQLDateTime

@ObjectType({ simpleResolvers: true, description: 'An amount with its unit, a UN/ECE Recommendation 20 code (EA: pieces).' })
export class Quantity {
  @Field(() => Float)
  value!: number

  @Field(() => String)
  unit!: string
}

@ObjectType({ simpleResolvers: true, description: 'A stable code for programs and a sentence for people.' })
export class Reason {
  @Field(() => String)
  code!: string

  @Field(() => String)
  message!: string
}
