import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Moment, Quantity } from '../../kernel/scalars.ts'
import { Product } from '../catalog/product.type.ts'
import { Party } from '../partners/party.type.ts'

export enum GenealogyDirection {
  UPSTREAM = 'UPSTREAM',
  DOWNSTREAM = 'DOWNSTREAM',
  BOTH = 'BOTH',
}
registerEnumType(GenealogyDirection, { name: 'GenealogyDirection', description: 'What it was made of, what was made of it, or both.' })

@ObjectType({ simpleResolvers: true, description: 'A batch or a serial in a genealogy.' })
export class GenealogyNode {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'RAW, COMPONENT, FINISHED or SERIAL.' })
  kind!: string

  @Field(() => String, { description: 'A code that `lookup` and `genealogy` take.' })
  label!: string

  @Field(() => String, { description: 'Its lot or serial number.' })
  title!: string

  @Field(() => Int, { description: 'Steps from the root by the shortest way: negative upstream, positive downstream, 0 the root.' })
  depth!: number

  @Field(() => Product, { nullable: true })
  product!: Product | null

  @Field(() => Party, { nullable: true, description: 'Who made or supplied it.' })
  organization!: Party | null

  @Field(() => Quantity, { nullable: true, description: 'How much was made; null where the product is not the viewer\'s own.' })
  quantity!: Quantity | null
}

@ObjectType({ simpleResolvers: true, description: 'CONSUMED (from = output, to = input), FROM (from = serial, to = batch) or CONTAINS (from = device, to = part).' })
export class GenealogyEdge {
  @Field(() => ID)
  from!: string

  @Field(() => ID)
  to!: string

  @Field(() => String)
  relation!: string

  @Field(() => Quantity, { nullable: true, description: 'How much of the input was consumed.' })
  quantity!: Quantity | null

  @Field(() => Moment, { nullable: true, description: 'When the part was taken out of the device.' })
  removedAt!: string | null
}

@ObjectType({ simpleResolvers: true, description: 'Batches and serials around a root, as far as the viewer may see them, with every edge between two of them.' })
export class Genealogy {
  @Field(() => ID)
  root!: string

  @Field(() => [GenealogyNode], { description: 'Nearest first: each step is complete before the next begins.' })
  nodes!: GenealogyNode[]

  @Field(() => [GenealogyEdge])
  edges!: GenealogyEdge[]

  @Field(() => Int, { description: 'How many there are in all, however deep and however many are given here.' })
  totalNodes!: number

  @Field(() => Boolean, { description: 'Not all are given here: the depth or the size of an answer ended before they did.' })
  truncated!: boolean
}
