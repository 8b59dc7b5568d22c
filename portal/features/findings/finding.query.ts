import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const findingsQuery = graphql(`
  query PortalFindings($open: Boolean, $code: String, $mine: Boolean, $first: Int!, $after: String) {
    findings(open: $open, code: $code, mine: $mine, first: $first, after: $after) {
      totalCount
      edges { node {
        id code raisedAt ageDays clearedAt clearedHow note detail named ofViewer
        assignee { id name nameZh }
        waiting { type bizStep eventTime recordTime }
        owner { ...Party }
        serial { id udi serialNumber product { id name nameZh } }
        batch { id lotNumber product { id name nameZh } }
        event { id type bizStep eventTime reportedByViewer }
        events { id type bizStep eventTime timeZoneOffset documentNumber from { ...Party } to { ...Party } }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const clearFindingMutation = graphql(`
  mutation PortalClearFinding($input: ClearFindingInput!) {
    clearFinding(input: $input) {
      __typename
      ... on UserError { code message }
    }
  }
`)

export const assignFindingMutation = graphql(`
  mutation PortalAssignFinding($input: AssignFindingInput!) {
    assignFinding(input: $input) {
      __typename
      ... on UserError { code message }
    }
  }
`)

export const takeAsReceiptMutation = graphql(`
  mutation PortalTakeAsReceipt($input: ConfirmReceiptInput!) {
    confirmReceipt(input: $input) {
      __typename
      ... on ConfirmReceiptSuccess { acceptedCount rejected { reason { code message } } }
      ... on UserError { code message }
    }
  }
`)

export type Finding = ResultOf<typeof findingsQuery>['findings']['edges'][number]['node']
