import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const phoneTasksQuery = graphql(`
  query PortalPhoneTasks($id: ID!) {
    recall(id: $id) {
      id
      phoneTasks { id phoneTaskSince recipientPhone recipient { ...Party } phoneCalls { id calledAt caller spokeWith said reached } }
    }
  }
`, [partyFragment])

export const logCallMutation = graphql(`
  mutation PortalLogPhoneCall($input: LogPhoneCallInput!) {
    logPhoneCall(input: $input) { __typename ... on PhoneCallLogged { call { id } } ... on UserError { code message } }
  }
`)

export const eraseContactMutation = graphql(`
  mutation PortalEraseCallContact($input: EraseCallContactInput!) {
    eraseCallContact(input: $input) { __typename ... on PhoneCallLogged { call { id } } ... on UserError { code message } }
  }
`)

export type PhoneTask = NonNullable<ResultOf<typeof phoneTasksQuery>['recall']>['phoneTasks'][number]
