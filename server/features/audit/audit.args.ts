import { ArgsType, Field, ID } from 'type-graphql'
import { PageArgs } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { AuditOutcome } from './audit.type.ts'

@ArgsType()
export class AuditRecordsArgs extends PageArgs {
  @Field(() => Moment, { nullable: true })
  from?: Date

  @Field(() => Moment, { nullable: true })
  to?: Date

  @Field(() => ID, { nullable: true, description: 'A person or client of the viewer\'s own organization.' })
  actor?: string

  @Field(() => ID, { nullable: true })
  organization?: string

  @Field(() => String, { nullable: true })
  action?: string

  @Field(() => ID, { nullable: true })
  subject?: string

  @Field(() => AuditOutcome, { nullable: true })
  outcome?: AuditOutcome
}
