import { ArgsType, Field } from 'type-graphql'
import { PageArgs } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'

@ArgsType()
export class AcceptanceChecksArgs extends PageArgs {
  @Field(() => Moment, { nullable: true, description: 'Only goods that arrived then or later.' })
  from?: Date

  @Field(() => Moment, { nullable: true, description: 'Only goods that arrived then or before.' })
  to?: Date

  @Field(() => String, { nullable: true, description: 'Part of the number of the delivery note or order.' })
  documentNumber?: string

  @Field(() => String, { nullable: true, description: 'Part of the supplier\'s name.' })
  supplier?: string

  @Field(() => String, { nullable: true, description: 'Part of a product\'s name or model, or of its primary DI.' })
  product?: string
}
