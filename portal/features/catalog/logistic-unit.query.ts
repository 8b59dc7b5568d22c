import { graphql } from '../../app/graphql.ts'

export const logisticUnitQuery = graphql(`
  query PortalLogisticUnit($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on LogisticUnit {
        id sscc kind
        units { id sscc }
        contents(first: $first, after: $after) {
          totalCount
          edges { node { id udi serialNumber lotNumber status holds expiresOn quantity { value unit } product { id name nameZh } } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`)
