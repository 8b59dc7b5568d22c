import { Field, ID, ObjectType } from 'type-graphql'
import { Organization } from './organization.type.ts'

@ObjectType({ description: 'Who asks.' })
export class Viewer {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => String, { description: 'BCP 47 tag of the language that the viewer reads.' })
  locale!: string

  @Field(() => [String])
  roles!: readonly string[]

  @Field(() => Organization)
  organization!: Organization
}
