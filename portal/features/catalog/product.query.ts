import { graphql, type ResultOf } from '../../app/graphql.ts'
import { documentFragment } from '../../ui/document.fragment.ts'

export const productQuery = graphql(`
  query PortalProduct($id: ID!) {
    node(id: $id) {
      __typename
      ... on Product {
        id kind di scheme name nameZh model brand catalogNumber description riskClass gmdnCode gmdnName
        implantable sterile singleUse mriSafety storage lotControlled serialControlled withdrawnOn basicUdiDi maintenanceMonths calibrationMonths
        manufacturer { id code name nameZh country }
        registrations { number market validFrom validUntil holder }
        identifiers { code scheme type level contains units }
        documents { ...Document }
      }
    }
  }
`, [documentFragment])

export const productBatchesQuery = graphql(`
  query PortalProductBatches($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on Product {
        id
        batches(first: $first, after: $after) {
          totalCount
          edges { node { id lotNumber kind manufacturedOn expiresOn serialCount holds quantity { value unit } } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`)

export type Product = Extract<NonNullable<ResultOf<typeof productQuery>['node']>, { __typename: 'Product' }>
