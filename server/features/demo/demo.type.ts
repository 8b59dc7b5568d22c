import { Field, ObjectType } from 'type-graphql'
import { Organization } from '../partners/organization.type.ts'

@ObjectType({ simpleResolvers: true, description: 'A person of the demo, who can sign in.' })
export class DemoViewer {
  @Field(() => String, { description: 'Names the person in the tour.' })
  key!: string

  @Field(() => String)
  username!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => [String])
  roles!: readonly string[]

  @Field(() => Organization)
  organization!: Organization
}

@ObjectType({ simpleResolvers: true, description: 'Something to try in the demo: scan the code as this person.' })
export class DemoStop {
  @Field(() => String)
  code!: string

  @Field(() => String, { description: 'Key of the demo person.' })
  viewer!: string

  @Field(() => String)
  what!: string

  @Field(() => String, { nullable: true })
  whatZh!: string | null

  @Field(() => String, { description: 'The verdict that `lookup` gives.' })
  verdict!: string
}
