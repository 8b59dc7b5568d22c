import { graphql, type ResultOf } from '../../app/graphql.ts'

export const organizationQuery = graphql(`
  query PortalOrganization($id: ID!) {
    organization(id: $id) {
      id code name nameZh kinds country address phone gln
      identifiers { scheme value }
      licences { number validUntil }
      sites { id code name nameZh kind country gln }
    }
  }
`)

export const organizationProductsQuery = graphql(`
  query PortalOrganizationProducts($id: ID!, $first: Int!, $after: String) {
    organization(id: $id) {
      id
      products(first: $first, after: $after) {
        totalCount
        edges { node { id di name nameZh model withdrawnOn } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

export const organizationsQuery = graphql(`
  query PortalOrganizations($kind: OrganizationKind, $search: String, $first: Int!, $after: String) {
    organizations(kind: $kind, search: $search, first: $first, after: $after) {
      totalCount
      edges { node { id code name nameZh kinds country address phone } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export type Organization = NonNullable<ResultOf<typeof organizationQuery>['organization']>
export type OrganizationKind = Organization['kinds'][number]
