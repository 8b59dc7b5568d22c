import { Field, Float, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { ReceiptCondition } from './receipt-condition.ts'

@ObjectType({ simpleResolvers: true, description: 'A product among what arrived.' })
export class AcceptedProduct {
  @Field(() => String, { description: 'Primary DI.' })
  di!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null
}

const unchecked = { nullable: true, description: 'Null: nobody looked.' } as const

@ObjectType({ simpleResolvers: true, description: 'What the viewer\'s own organization checked when goods arrived (China: order 739, article 45). Nobody else sees it; `GET /acceptance-records/{id}.pdf` prints it.' })
export class AcceptanceCheck {
  @Field(() => ID)
  id!: string

  @Field(() => Moment, { description: 'When the goods arrived.' })
  at!: string

  @Field(() => String, { nullable: true, description: 'Delivery note or order.' })
  documentNumber!: string | null

  @Field(() => Float, { nullable: true, description: 'On arrival, in degrees Celsius. Null: nobody looked.' })
  temperature!: number | null

  @Field(() => Boolean, unchecked)
  packagingIntact!: boolean | null

  @Field(() => Boolean, unchecked)
  unexpired!: boolean | null

  @Field(() => Boolean, unchecked)
  registrationValid!: boolean | null

  @Field(() => Boolean, unchecked)
  supplierLicensed!: boolean | null

  @Field(() => Boolean, unchecked)
  certificatePresent!: boolean | null

  @Field(() => String, { nullable: true })
  remark!: string | null

  @Field(() => [ReceiptCondition], { description: 'What became of its goods, each once; of an event, of that event\'s goods alone.' })
  conditions!: ReceiptCondition[]
}

export const AcceptanceCheckConnection = connectionOf(AcceptanceCheck)
