import { graphql, type ResultOf } from '../../app/graphql.ts'

export const authoritiesQuery = graphql(`
  query PortalRecallAuthorities($id: ID!) {
    recall(id: $id) {
      id
      authorities {
        jurisdiction level levelRecorded authority reference decidedOn
        clocks { rule version title titleZh jurisdiction recipient startsOn dueOn metOn reference state source verified calendarKnown }
      }
    }
  }
`)

export const authorityMutation = graphql(`
  mutation PortalRecallAuthority($input: RecordRecallAuthorityInput!) {
    recordRecallAuthority(input: $input) { __typename ... on ChangeRecallSuccess { recall { id } } ... on UserError { code message } }
  }
`)

export const recallReportMutation = graphql(`
  mutation PortalRecallReport($input: RecordRecallReportInput!) {
    recordRecallReport(input: $input) { __typename ... on ChangeRecallSuccess { recall { id } } ... on UserError { code message } }
  }
`)

export type Authority = NonNullable<ResultOf<typeof authoritiesQuery>['recall']>['authorities'][number]
export type Deadline = Authority['clocks'][number]
