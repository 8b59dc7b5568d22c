import { Field, ID, ObjectType } from 'type-graphql'
import { Day, Moment, Quantity } from '../../../kernel/scalars.ts'
import { Party } from '../../partners/party.type.ts'

@ObjectType({ simpleResolvers: true, description: 'What a shipment brings: a serial, a quantity of a lot, or a carton or pallet with all that is inside.' })
export class ShipmentLine {
  @Field(() => ID, { description: 'Of the serial, batch or logistic unit.' })
  id!: string

  @Field(() => String, { description: 'The code that its label has, for a report of its receipt.' })
  code!: string

  @Field(() => String, { nullable: true, description: 'Primary DI of its product; null of a carton or pallet.' })
  di!: string | null

  @Field(() => String, { nullable: true })
  name!: string | null

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => String, { nullable: true })
  serialNumber!: string | null

  @Field(() => String, { nullable: true })
  lotNumber!: string | null

  @Field(() => String, { nullable: true })
  sscc!: string | null

  @Field(() => Day, { nullable: true })
  expiresOn!: string | null

  @Field(() => Quantity, { nullable: true, description: 'Of a lot, as much of it as is still on its way; null of a serial, carton or pallet.' })
  quantity!: Quantity | null
}

@ObjectType()
abstract class Shipment {
  @Field(() => ID, { description: 'Of the event that shipped it.' })
  id!: string

  @Field(() => Moment)
  shippedAt!: string

  @Field(() => String, { nullable: true, description: 'Delivery note or order, as the sender told it.' })
  documentNumber!: string | null

  @Field(() => [ShipmentLine], { description: 'What has not been received yet.' })
  lines!: ShipmentLine[]

  @Field(() => Boolean, { description: 'True of the last of a list that is cut: more is on its way than is told here, perhaps of the same shipments too. It is told once these are received.' })
  moreFollow!: boolean
}

@ObjectType({ simpleResolvers: true, description: 'A shipment to the viewer\'s organization of which something has not been received yet.' })
export class IncomingShipment extends Shipment {
  @Field(() => Party, { nullable: true })
  from!: Party | null
}

@ObjectType({ simpleResolvers: true, description: 'A shipment of the viewer\'s organization of which something has not been received yet.' })
export class OutgoingShipment extends Shipment {
  @Field(() => Party, { description: 'Who is to get it.' })
  to!: Party
}
