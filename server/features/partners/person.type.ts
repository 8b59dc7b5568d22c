import { Field, ID, InputType, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'Somebody who signs in for the viewer\'s organization.' })
export class Person {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  username!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true })
  nameZh!: string | null

  @Field(() => String, { nullable: true })
  email!: string | null

  @Field(() => [String])
  roles!: readonly string[]

  @Field(() => Boolean, { description: 'Whether the person may sign in.' })
  active!: boolean

  @Field(() => Moment, { nullable: true })
  createdAt!: string | null
}

export const PersonConnection = connectionOf(Person)

@InputType()
export class InvitePersonInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'What the person signs in with: letters, digits, dots, dashes; unique on the hub.' })
  username!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { description: 'Where the link goes that sets the first password.' })
  email!: string

  @Field(() => [String])
  roles!: string[]
}

@InputType()
export class ChangePersonInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  person!: string

  @Field(() => [String])
  roles!: string[]

  @Field(() => Boolean, { description: 'False shuts the person out, on every device, within two seconds.' })
  active!: boolean

  @Field(() => String)
  reason!: string
}

@ObjectType({ simpleResolvers: true })
export class PersonSaved {
  @Field(() => Person)
  person!: Person
}

export const InvitePersonResult = resultOf('InvitePersonResult', PersonSaved)
export const ChangePersonResult = resultOf('ChangePersonResult', PersonSaved)
