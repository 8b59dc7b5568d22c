import { Field, ID, ObjectType } from 'type-graphql'
import { Node } from '../../kernel/node.ts'

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A carton or pallet with a Serial Shipping Container Code.' })
export class LogisticUnit implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  sscc!: string

  @Field(() => String, { description: 'CARTON or PALLET.' })
  kind!: string
}
