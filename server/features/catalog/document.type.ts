import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Node } from '../../kernel/node.ts'
import { Day } from '../../kernel/scalars.ts'
import { Party } from '../partners/party.type.ts'

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Certificate of conformity, inspection report, photo …: known by the SHA-256 of its content.' })
export class Document implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  kind!: string

  @Field(() => String)
  title!: string

  @Field(() => String, { nullable: true })
  titleZh!: string | null

  @Field(() => String, { description: 'SHA-256 of the content, 64 hexadecimal digits.' })
  sha256!: string

  @Field(() => String)
  mediaType!: string

  @Field(() => Int, { description: 'Bytes.' })
  size!: number

  @Field(() => Day, { nullable: true })
  issuedOn!: string | null

  @Field(() => Party, { nullable: true })
  issuer!: Party | null

  @Field(() => String, { description: 'Where its content is, on this hub.' })
  url!: string
}
