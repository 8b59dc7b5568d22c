import { Field, ID, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Node } from '../../kernel/node.ts'
import { Day, Moment } from '../../kernel/scalars.ts'
import { OrganizationKind } from './organization-kind.ts'

@ObjectType({ simpleResolvers: true, description: 'A number under which others know it: GLN, USCC (Chinese unified social credit code), SRN (EUDAMED), DUNS, GCP (GS1 company prefix).' })
export class Identifier {
  @Field(() => String)
  scheme!: string

  @Field(() => String)
  value!: string
}

@ObjectType({ simpleResolvers: true, description: 'Production, trade or practice licence.' })
export class Licence {
  @Field(() => String)
  number!: string

  @Field(() => Day, { nullable: true })
  validUntil!: string | null
}

@ObjectType({ implements: Node, simpleResolvers: true, description: 'Manufacturer, supplier, distributor, hospital …: one that may hold, make or move devices.' })
export class Organization implements Node {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The hub\'s own code, which `soldTo` and the like accept.' })
  code!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => [OrganizationKind])
  kinds!: OrganizationKind[]

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null

  @Field(() => String, { nullable: true })
  address!: string | null

  @Field(() => String, { nullable: true })
  phone!: string | null

  @Field(() => String, { nullable: true, description: 'Global Location Number (GS1).' })
  gln!: string | null

  @Field(() => Moment, { nullable: true, description: 'Since when it no longer works with the hub; told to itself and to the hub\'s operator.' })
  suspendedAt!: string | null

  @Field(() => [Identifier])
  identifiers!: Identifier[]

  @Field(() => [Licence])
  licences!: Licence[]
}

export const OrganizationConnection = connectionOf(Organization)
