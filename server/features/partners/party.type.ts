import { Field, ID, ObjectType } from 'type-graphql'
import { OrganizationKind } from './organization-kind.ts'

@ObjectType({
  simpleResolvers: true,
  description: 'Null id and name: a party that the viewer may not know; its kinds and country remain.',
})
export class Party {
  @Field(() => ID, { nullable: true })
  id!: string | null

  @Field(() => String, { nullable: true })
  name!: string | null

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => [OrganizationKind])
  kinds!: OrganizationKind[]

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country!: string | null
}
