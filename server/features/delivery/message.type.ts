import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

@ObjectType({ simpleResolvers: true, description: 'Something that the viewer\'s organization was told and that is the viewer\'s work.' })
export class HubMessage {
  @Field(() => ID)
  id!: string

  @Field(() => Moment)
  at!: string

  @Field(() => String, { description: 'As `recall.notice.issued`.' })
  type!: string

  @Field(() => ID, { description: 'What it is about.' })
  subject!: string

  @Field(() => ID, { nullable: true, description: 'The recall that it belongs to.' })
  recallId!: string | null

  @Field(() => String, { nullable: true, description: 'The number that people know it by.' })
  reference!: string | null

  @Field(() => String, { nullable: true })
  title!: string | null

  @Field(() => String, { nullable: true })
  titleZh!: string | null

  @Field(() => Boolean, { description: 'By the viewer, on whatever device.' })
  read!: boolean
}

export const HubMessageConnection = connectionOf(HubMessage)

@InputType()
export class ReadMessagesInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => [ID], { nullable: true, description: 'Those that were read; all there are until now where none is given.' })
  messages?: string[] | null
}

@ObjectType({ simpleResolvers: true })
export class MessagesRead {
  @Field(() => Int)
  unreadCount!: number
}

@InputType()
export class SetMailPreferenceInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => Boolean, { description: 'Whether messages come by mail too.' })
  mail!: boolean
}

@ObjectType({ simpleResolvers: true })
export class MailPreferenceSaved {
  @Field(() => Boolean)
  mail!: boolean
}

export const ReadMessagesResult = resultOf('ReadMessagesResult', MessagesRead)
export const SetMailPreferenceResult = resultOf('SetMailPreferenceResult', MailPreferenceSaved)
