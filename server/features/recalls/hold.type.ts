import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'Do not use for now: devices that quality holds before a recall is decided. For the maker alone; holders are told and see the verdict.' })
export class QualityHold {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  reason!: string

  @Field(() => Moment)
  placedAt!: string

  @Field(() => Moment, { description: 'Ends by itself then, unless renewed.' })
  until!: string

  @Field(() => Moment, { nullable: true })
  liftedAt!: string | null

  @Field(() => Int, { description: 'Lots held as a whole.' })
  batchCount!: number

  @Field(() => Int, { description: 'Single serials, beside those of the lots.' })
  serialCount!: number

  @Field(() => [String], { description: 'Lot numbers and single serial numbers, at most 20.' })
  labels!: string[]
}

export const QualityHoldConnection = connectionOf(QualityHold)

@ObjectType()
export class HoldDevicesSuccess {
  holdId!: string
}

export const HoldDevicesResult = resultOf('HoldDevicesResult', HoldDevicesSuccess)
