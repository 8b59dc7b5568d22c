import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Day, Moment, Quantity } from '../../kernel/scalars.ts'
import { Product } from '../catalog/product.type.ts'
import { Party } from '../partners/party.type.ts'
import { Site } from '../partners/site.type.ts'
import { Hold, SerialStatus } from './serial-status.ts'

export enum RecallDisposition {
  QUARANTINED = 'QUARANTINED',
  RETURNED = 'RETURNED',
  DESTROYED = 'DESTROYED',
  CORRECTED = 'CORRECTED',
  REPLACED = 'REPLACED',
  IN_SERVICE = 'IN_SERVICE',
  IMPLANTED = 'IMPLANTED',
  CONSUMED = 'CONSUMED',
  FORWARDED = 'FORWARDED',
  NOT_FOUND = 'NOT_FOUND',
  NEVER_RECEIVED = 'NEVER_RECEIVED',
}
registerEnumType(RecallDisposition, { name: 'RecallDisposition', description: 'What a holder did with a recalled device.' })

@ObjectType({ simpleResolvers: true, description: 'A serial, or a quantity of a lot, at a place.' })
export class Item {
  @Field(() => ID, { description: 'Of the serial, or of the batch.' })
  id!: string

  @Field(() => String)
  udi!: string

  @Field(() => String, { nullable: true })
  serialNumber!: string | null

  @Field(() => String, { nullable: true })
  lotNumber!: string | null

  @Field(() => Quantity)
  quantity!: Quantity

  @Field(() => Quantity, { nullable: true, description: 'Of a lot, so many that are held: in quarantine, returned, damaged or found bad. Null where none is.' })
  blocked?: Quantity | null

  @Field(() => SerialStatus)
  status!: SerialStatus

  @Field(() => [Hold])
  holds!: Hold[]

  @Field(() => Moment, { nullable: true })
  heldSince!: string | null

  @Field(() => Day, { nullable: true })
  expiresOn!: string | null

  @Field(() => Site, { nullable: true })
  site!: Site | null

  @Field(() => Product)
  product!: Product

  @Field(() => Party, { nullable: true })
  holder!: Party | null

  @Field(() => RecallDisposition, { nullable: true })
  disposition!: RecallDisposition | null
}

export const ItemConnection = connectionOf(Item)
