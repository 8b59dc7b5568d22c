import { graphql, type ResultOf } from '../../app/graphql.ts'

export const messagesQuery = graphql(`
  query PortalMessages($unread: Boolean, $first: Int!, $after: String) {
    mailPreference
    messages(unread: $unread, first: $first, after: $after) {
      totalCount
      edges { node { id at type subject recallId reference title titleZh read } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const unreadQuery = graphql(`query PortalUnread { unreadMessages }`)

export const messageArrived = graphql(`subscription PortalMessageArrived { messageArrived { id type } }`)

export const readMutation = graphql(`
  mutation PortalReadMessages($input: ReadMessagesInput!) {
    readMessages(input: $input) { __typename ... on MessagesRead { unreadCount } ... on UserError { code message } }
  }
`)

export const mailMutation = graphql(`
  mutation PortalSetMail($input: SetMailPreferenceInput!) {
    setMailPreference(input: $input) { __typename ... on MailPreferenceSaved { mail } ... on UserError { code message } }
  }
`)

export type MessageShown = ResultOf<typeof messagesQuery>['messages']['edges'][number]['node']
