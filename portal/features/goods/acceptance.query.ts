import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const acceptanceChecksQuery = graphql(`
  query PortalAcceptanceChecks($first: Int!, $after: String, $from: DateTime, $to: DateTime, $documentNumber: String, $supplier: String, $product: String) {
    acceptanceChecks(first: $first, after: $after, from: $from, to: $to, documentNumber: $documentNumber, supplier: $supplier, product: $product) {
      totalCount
      edges { node {
        id at documentNumber temperature packagingIntact unexpired registrationValid supplierLicensed certificatePresent remark conditions
        suppliers { ...Party } products { di name nameZh }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const eraseRemarkMutation = graphql(`
  mutation PortalEraseRemark($input: EraseWordsInput!) {
    eraseWords(input: $input) { __typename ... on EraseWordsSuccess { subject } ... on UserError { code message } }
  }
`)

export type AcceptanceListed = ResultOf<typeof acceptanceChecksQuery>['acceptanceChecks']['edges'][number]['node']
