import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionOf } from '../../kernel/connection.ts'
import { Moment } from '../../kernel/scalars.ts'
import { resultOf } from '../../record/refused.type.ts'

export enum DeliveryState {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  DEAD = 'DEAD',
}
registerEnumType(DeliveryState, { name: 'DeliveryState', valuesConfig: { DEAD: { description: 'A dead letter: tried for three days in vain, or the endpoint was disabled. It can be sent again.' } } })

@ObjectType({ simpleResolvers: true, description: 'One try of a delivery.' })
export class DeliveryTry {
  @Field(() => Moment)
  at!: string

  @Field(() => Int, { nullable: true, description: 'HTTP status; null where no answer came.' })
  status!: number | null

  @Field(() => Int)
  milliseconds!: number

  @Field(() => String, { description: 'The beginning of the answer, or why there was none.' })
  words!: string
}

@ObjectType({ simpleResolvers: true, description: 'A message to one endpoint, and what became of it.' })
export class Delivery {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'The `webhook-id` and the event\'s `id`: the same however often it is sent.' })
  messageId!: string

  @Field(() => String)
  type!: string

  @Field(() => ID, { description: 'What the message is about.' })
  subject!: string

  @Field(() => Moment)
  at!: string

  @Field(() => DeliveryState)
  state!: DeliveryState

  @Field(() => Int)
  attempts!: number

  @Field(() => Moment, { nullable: true, description: 'When it is tried next.' })
  dueAt!: string | null

  @Field(() => [DeliveryTry], { description: 'The oldest first.' })
  tries!: DeliveryTry[]
}

export const DeliveryConnection = connectionOf(Delivery)

@ObjectType({ simpleResolvers: true, description: 'An address of the viewer\'s own organization that the hub sends CloudEvents 1.0 to, signed by Standard Webhooks.' })
export class WebhookEndpoint {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  url!: string

  @Field(() => [String], { description: 'Types of messages that are sent there; `recall.*` is all that begin so. Empty: all.' })
  types!: readonly string[]

  @Field(() => String, { nullable: true })
  description!: string | null

  @Field(() => Boolean)
  enabled!: boolean

  @Field(() => Moment)
  createdAt!: string

  @Field(() => Moment, { nullable: true })
  disabledAt!: string | null

  @Field(() => String, { nullable: true, description: 'GONE: it answered 410. BY_HAND: somebody disabled it.' })
  disabledReason!: string | null

  @Field(() => Moment, { nullable: true, description: 'Until then the secret before the present one signs too.' })
  oldSecretUntil!: string | null

  @Field(() => Int, { description: 'Messages that are still to be sent.' })
  pendingCount!: number
}

@InputType()
export class CreateWebhookInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => String, { description: 'https, and an address that the internet reaches.' })
  url!: string

  @Field(() => [String], { nullable: true, description: 'Types to send, as `recall.notice.issued` or `recall.*`; all where none is given.' })
  types?: string[] | null

  @Field(() => String, { nullable: true })
  description?: string | null
}

@InputType()
export class ChangeWebhookInput extends CreateWebhookInput {
  @Field(() => ID)
  webhook!: string

  @Field(() => Boolean, { description: 'False: nothing is sent there, and what waits becomes a dead letter.' })
  enabled!: boolean
}

@InputType()
export class RotateWebhookSecretInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  webhook!: string

  @Field(() => Int, { nullable: true, description: 'How many hours the old secret signs too, 0 to 168; 24 where nothing is given.' })
  keepOldHours?: number | null
}

@InputType()
export class TestWebhookInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  webhook!: string
}

@InputType()
export class ReplayDeliveryInput {
  @Field(() => String)
  idempotencyKey!: string

  @Field(() => ID)
  delivery!: string
}

@ObjectType({ simpleResolvers: true })
export class WebhookSaved {
  @Field(() => WebhookEndpoint)
  webhook!: WebhookEndpoint
}

@ObjectType({ simpleResolvers: true })
export class WebhookSecretSaved {
  @Field(() => WebhookEndpoint)
  webhook!: WebhookEndpoint

  @Field(() => String, { nullable: true, description: '`whsec_…`, shown this once. Null where the request is repeated.' })
  secret!: string | null
}

@ObjectType({ simpleResolvers: true })
export class DeliveryQueued {
  @Field(() => ID, { description: 'Of the delivery, in the endpoint\'s log.' })
  delivery!: string
}

export const CreateWebhookResult = resultOf('CreateWebhookResult', WebhookSecretSaved)
export const RotateWebhookSecretResult = resultOf('RotateWebhookSecretResult', WebhookSecretSaved)
export const ChangeWebhookResult = resultOf('ChangeWebhookResult', WebhookSaved)
export const TestWebhookResult = resultOf('TestWebhookResult', DeliveryQueued)
export const ReplayDeliveryResult = resultOf('ReplayDeliveryResult', DeliveryQueued)
