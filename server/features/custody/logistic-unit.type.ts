import { Field, ID, ObjectType } from 'type-graphql'
import { Node } from '../../kernel/node.ts'

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A carton or pallet with a Serial Shipping Container Code, or a returnable tray with a GRAI or GIAI.' })
export class LogisticUnit implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'SSCC, 18 digits. Of a returnable tray or container its GRAI or GIAI, after the application identifier in brackets: (8003)… or (8004)….' })
  sscc!: string

  @Field(() => String, { description: 'CARTON or PALLET.' })
  kind!: string
}
