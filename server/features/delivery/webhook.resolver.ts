import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { isAllowed } from '../../access/may.ts'
import { type Connection, PageArgs, pageOf } from '../../kernel/connection.ts'
import type { Context } from '../../kernel/context.ts'
import { change, type Change } from '../../record/change.ts'
import { changeWebhook, makeWebhook, replayDelivery, rotateWebhook, testWebhook } from './manage-webhooks.ts'
import { newSecret } from './signature.ts'
import { ownWebhooks, type WebhookRow } from './webhook.cypher.ts'
import { deliveriesOfWebhook } from './webhook.loader.ts'
import {
  ChangeWebhookInput, ChangeWebhookResult, CreateWebhookInput, CreateWebhookResult, type Delivery, DeliveryConnection, DeliveryState, ReplayDeliveryInput, ReplayDeliveryResult, RotateWebhookSecretInput,
  RotateWebhookSecretResult, TestWebhookInput, TestWebhookResult, WebhookEndpoint,
} from './webhook.type.ts'

/** Takes the key of a change apart from what is asked. */
const asked = <Input extends { idempotencyKey: string }>({ idempotencyKey, ...input }: Input) => ({ action: 'MANAGE_WEBHOOKS' as const, idempotencyKey, input })

/** The secret goes with the answer of whoever made it, and is in no stored answer: the same request repeated has none. */
const withSecret = async (context: Context, input: { idempotencyKey: string; webhook?: string }, save: (change: Change, secret: string) => Promise<WebhookRow>): Promise<object> => {
  let shown: string | null = null
  const answer = await change(context, { ...asked(input), ...(input.webhook === undefined ? {} : { subject: input.webhook }) }, async (changing) => {
    const secret = newSecret()
    const webhook = await save(changing, secret)
    shown = secret
    return { __typename: 'WebhookSecretSaved', webhook }
  })
  return answer.__typename === 'WebhookSecretSaved' ? { ...answer, secret: shown } : answer
}

@Resolver(() => WebhookEndpoint)
export class WebhookResolver {
  @Query(() => [WebhookEndpoint], { description: 'Where the viewer\'s own organization is told, for its administrators; empty for others.' })
  async webhooks(@Ctx() { graph, viewer }: Context): Promise<WebhookEndpoint[]> {
    if (!isAllowed(viewer, 'MANAGE_WEBHOOKS')) return []
    return (await graph.read(ownWebhooks, { now: new Date().toISOString() })).map(({ webhook }) => webhook)
  }

  @FieldResolver(() => DeliveryConnection, { description: 'The log, the newest first.' })
  deliveries(
    @Ctx() context: Context, @Root() { id }: WebhookEndpoint, @Args(() => PageArgs) args: PageArgs,
    @Arg('state', () => DeliveryState, { nullable: true }) state?: DeliveryState | null,
  ): Promise<Connection<Delivery>> {
    return deliveriesOfWebhook(context, { ...pageOf(args, 20), state: state ?? null }).load(id)
  }

  @Mutation(() => CreateWebhookResult, { description: 'Messages of the viewer\'s own organization go to this address from now on, as CloudEvents 1.0, signed by Standard Webhooks.' })
  createWebhook(@Arg('input', () => CreateWebhookInput) input: CreateWebhookInput, @Ctx() context: Context): Promise<object> {
    return withSecret(context, input, (changing, secret) => makeWebhook(changing, input, { secret, seal: context.seal, outside: context.outside }))
  }

  @Mutation(() => RotateWebhookSecretResult, { description: 'Replaces the secret. The old one signs too for the hours that are given: each message then carries two signatures.' })
  rotateWebhookSecret(@Arg('input', () => RotateWebhookSecretInput) input: RotateWebhookSecretInput, @Ctx() context: Context): Promise<object> {
    return withSecret(context, input, (changing, secret) => rotateWebhook(changing, input.webhook, context.seal(secret, input.webhook), input.keepOldHours))
  }

  @Mutation(() => ChangeWebhookResult, { description: 'Changes an endpoint, disables or enables it.' })
  changeWebhook(@Arg('input', () => ChangeWebhookInput) input: ChangeWebhookInput, @Ctx() context: Context): Promise<object> {
    return change(context, { ...asked(input), subject: input.webhook }, async (changing) => ({ __typename: 'WebhookSaved', webhook: await changeWebhook(changing, input, context.outside) }))
  }

  @Mutation(() => TestWebhookResult, { description: 'Sends a message of type `webhook.test` there; the log shows what became of it.' })
  testWebhook(@Arg('input', () => TestWebhookInput) input: TestWebhookInput, @Ctx() context: Context): Promise<object> {
    return change(context, { ...asked(input), subject: input.webhook }, async (changing) => ({ __typename: 'DeliveryQueued', delivery: await testWebhook(changing, input.webhook) }))
  }

  @Mutation(() => ReplayDeliveryResult, { description: 'Sends a message again, under the same id.' })
  replayDelivery(@Arg('input', () => ReplayDeliveryInput) input: ReplayDeliveryInput, @Ctx() context: Context): Promise<object> {
    return change(context, { ...asked(input), subject: input.delivery }, async (changing) => ({ __typename: 'DeliveryQueued', delivery: await replayDelivery(changing, input.delivery) }))
  }
}
