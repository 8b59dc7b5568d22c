import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day, Quantity } from '../../kernel/scalars.ts'
import { Product } from '../catalog/product.type.ts'
import { Party } from '../partners/party.type.ts'
import { Site } from '../partners/site.type.ts'
import { Hold } from './serial-status.ts'

export enum BatchKind {
  RAW = 'RAW',
  COMPONENT = 'COMPONENT',
  FINISHED = 'FINISHED',
}
registerEnumType(BatchKind, { name: 'BatchKind' })

@ObjectType({ simpleResolvers: true, description: 'How much of a batch an organization has at a site: pieces with serials and pieces without.' })
export class Stock {
  @Field(() => Party)
  organization!: Party

  @Field(() => Party, { nullable: true, description: 'Whose it is, where that is not who has it (consignment, loan); null where it is.' })
  owner!: Party | null

  @Field(() => Site, { nullable: true, description: 'Null where the viewer only owns it: where it lies is its holder\'s to know.' })
  site!: Site | null

  @Field(() => Quantity)
  quantity!: Quantity

  @Field(() => Quantity, { nullable: true, description: 'Of the pieces without serials, so many that are held: in quarantine, returned, damaged or found bad. Null where none is.' })
  blocked!: Quantity | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'What was made or bought together: known by product and lot number. A supplier\'s lot is a batch.' })
export class Batch implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'DI and lot as a label writes them; `lookup`, `batch` and `genealogy` take it.' })
  udi!: string

  @Field(() => String)
  lotNumber!: string

  @Field(() => BatchKind)
  kind!: BatchKind

  @Field(() => Day, { nullable: true })
  manufacturedOn!: string | null

  @Field(() => Day, { nullable: true })
  expiresOn!: string | null

  @Field(() => Quantity, { nullable: true, description: 'How much was made or bought; null where the product is not the viewer\'s own.' })
  quantity!: Quantity | null

  @Field(() => Int, { nullable: true, description: 'How many serials it has; null where the product is not the viewer\'s own.' })
  serialCount!: number | null

  @Field(() => [Hold])
  holds!: Hold[]

  @Field(() => Product)
  product!: Product

  @Field(() => Party, { nullable: true })
  madeBy!: Party | null

  @Field(() => Party, { nullable: true })
  suppliedBy!: Party | null
}

export const BatchConnection = connectionOf(Batch)
