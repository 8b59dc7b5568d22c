import { graphql, type ResultOf } from '../../app/graphql.ts'

export const webhooksQuery = graphql(`
  query PortalWebhooks { webhooks { id url types description enabled createdAt disabledAt disabledReason oldSecretUntil pendingCount } }
`)

export const webhookLogQuery = graphql(`
  query PortalWebhookLog($state: DeliveryState, $first: Int!) {
    webhooks {
      id
      deliveries(state: $state, first: $first) {
        totalCount
        edges { node { id messageId type subject at state attempts dueAt tries { at status milliseconds words } } }
        pageInfo { hasNextPage }
      }
    }
  }
`)

export const createWebhookMutation = graphql(`
  mutation PortalCreateWebhook($input: CreateWebhookInput!) {
    createWebhook(input: $input) { __typename ... on WebhookSecretSaved { webhook { id url } secret } ... on UserError { code message } }
  }
`)

export const changeWebhookMutation = graphql(`
  mutation PortalChangeWebhook($input: ChangeWebhookInput!) {
    changeWebhook(input: $input) { __typename ... on WebhookSaved { webhook { id } } ... on UserError { code message } }
  }
`)

export const rotateWebhookMutation = graphql(`
  mutation PortalRotateWebhook($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) { __typename ... on WebhookSecretSaved { webhook { id url } secret } ... on UserError { code message } }
  }
`)

export const testWebhookMutation = graphql(`
  mutation PortalTestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) { __typename ... on DeliveryQueued { delivery } ... on UserError { code message } }
  }
`)

export const replayMutation = graphql(`
  mutation PortalReplayDelivery($input: ReplayDeliveryInput!) {
    replayDelivery(input: $input) { __typename ... on DeliveryQueued { delivery } ... on UserError { code message } }
  }
`)

export type WebhookShown = ResultOf<typeof webhooksQuery>['webhooks'][number]
export type DeliveryShown = ResultOf<typeof webhookLogQuery>['webhooks'][number]['deliveries']['edges'][number]['node']
