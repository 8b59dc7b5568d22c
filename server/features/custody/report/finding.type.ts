import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../../kernel/connection.ts'
import { Moment } from '../../../kernel/scalars.ts'
import { resultOf } from '../../../record/refused.type.ts'
import { Party } from '../../partners/party.type.ts'

@ObjectType({ description: 'What reports say against each other, or against reason: kept, and cleared by later reports or by a person.' })
export class Finding {
  @Field(() => ID, { simple: true })
  id!: string

  @Field(() => String, { simple: true, description: 'CUSTODY_GAP, NO_SHIPMENT, MISROUTED, NEGATIVE_STOCK and others.' })
  code!: string

  @Field(() => Moment, { simple: true })
  raisedAt!: string

  @Field(() => Int, { simple: true, description: 'Since it was raised, or how long it stood open, in days.' })
  ageDays!: number

  @Field(() => Moment, { nullable: true, simple: true })
  clearedAt!: string | null

  @Field(() => Boolean, { simple: true, description: 'By a person; otherwise by what was reported later.' })
  clearedByPerson!: boolean

  @Field(() => String, { nullable: true, simple: true, description: 'How it was cleared.' })
  note!: string | null

  @Field(() => Party, { nullable: true, simple: true, description: 'Whose report raised it: it is theirs to clear, and the maker\'s.' })
  owner!: Party | null

  serialId!: string | null
  batchId!: string | null
  eventId!: string | null
}

export const FindingConnection = connectionOf(Finding)

@ObjectType()
export class ClearFindingSuccess {
  findingId!: string
}
export const ClearFindingResult = resultOf('ClearFindingResult', ClearFindingSuccess)
