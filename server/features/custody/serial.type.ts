import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day, Moment } from '../../kernel/scalars.ts'
import { Product } from '../catalog/product.type.ts'
import { Party } from '../partners/party.type.ts'
import { Site } from '../partners/site.type.ts'
import { Batch } from './batch.type.ts'
import { Hold, SerialStatus } from './serial-status.ts'

@ObjectType({ simpleResolvers: true, description: 'Left one, not yet seen at the other.' })
export class Transit {
  @Field(() => Party)
  from!: Party

  @Field(() => Party)
  to!: Party

  @Field(() => Moment)
  since!: string
}

@ObjectType({ simpleResolvers: true, description: 'Where and when it was implanted, used up or put into service.' })
export class Usage {
  @Field(() => Site, { nullable: true })
  site!: Site | null

  @Field(() => Party)
  organization!: Party

  @Field(() => Moment)
  on!: string

  @Field(() => String, { nullable: true })
  kind!: string | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'One device: known by product and serial number (UDI-DI + PI).' })
export class Serial implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The UDI as a label writes it: DI, lot, serial.' })
  udi!: string

  @Field(() => String)
  serialNumber!: string

  @Field(() => SerialStatus, { description: 'Now; to a former holder, when its possession ended.' })
  status!: SerialStatus

  @Field(() => [Hold])
  holds!: Hold[]

  @Field(() => Day, { nullable: true })
  manufacturedOn!: string | null

  @Field(() => Day, { nullable: true })
  expiresOn!: string | null

  @Field(() => Product)
  product!: Product

  @Field(() => Batch, { nullable: true })
  batch!: Batch | null

  @Field(() => Party, { nullable: true, description: 'Who holds it now; null to a former holder.' })
  holder!: Party | null

  @Field(() => Moment, { nullable: true })
  heldSince!: string | null

  @Field(() => Site, { nullable: true })
  site!: Site | null

  @Field(() => Party, { nullable: true, description: 'Where it differs from the holder: consignment, loan.' })
  owner!: Party | null

  @Field(() => Transit, { nullable: true })
  transit!: Transit | null

  @Field(() => Usage, { nullable: true })
  usage!: Usage | null
}

@ObjectType({ simpleResolvers: true, description: 'A part in a device, or one that was, from when to when.' })
export class Part {
  @Field(() => Serial, { nullable: true })
  serial!: Serial | null

  @Field(() => Batch, { nullable: true })
  batch!: Batch | null

  @Field(() => String, { nullable: true })
  position!: string | null

  @Field(() => Moment, { nullable: true })
  installedAt!: string | null

  @Field(() => Moment, { nullable: true })
  removedAt!: string | null
}

export const SerialConnection = connectionOf(Serial)
