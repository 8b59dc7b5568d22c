import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const findingsQuery = graphql(`
  query PortalFindings($open: Boolean, $first: Int!, $after: String) {
    findings(open: $open, first: $first, after: $after) {
      totalCount
      edges { node {
        id code raisedAt ageDays clearedAt clearedByPerson note
        owner { ...Party }
        serial { id serialNumber product { id name nameZh } }
        batch { id lotNumber product { id name nameZh } }
        event { id type bizStep eventTime timeZoneOffset documentNumber from { ...Party } to { ...Party } }
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

export type Finding = ResultOf<typeof findingsQuery>['findings']['edges'][number]['node']
