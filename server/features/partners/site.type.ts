import { Field, ID, ObjectType } from 'type-graphql'
import { Node } from '../../kernel/node.ts'

@ObjectType({ implements: Node, simpleResolvers: true, description: 'One of an organization\'s places, down to a ward\'s store.' })
export class Site implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The hub\'s own code of the site.' })
  code!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => String, { nullable: true, description: 'PLANT, WAREHOUSE, HOSPITAL, WARD and the like.' })
  kind!: string | null

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null

  @Field(() => String, { nullable: true, description: 'Global Location Number (GS1).' })
  gln!: string | null
}
