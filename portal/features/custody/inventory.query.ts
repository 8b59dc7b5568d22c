import { graphql, type ResultOf } from '../../app/graphql.ts'

export const inventoryQuery = graphql(`
  query PortalInventory($first: Int!, $after: String, $search: String, $expiringBefore: Date, $site: ID) {
    inventory(first: $first, after: $after, search: $search, expiringBefore: $expiringBefore, site: $site) {
      totalCount
      edges { node {
        id udi serialNumber lotNumber status holds heldSince expiresOn
        quantity { value unit }
        blocked { value unit }
        site { id name nameZh }
        product { id di name nameZh }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const inventorySitesQuery = graphql(`
  query PortalInventorySites($expiringBefore: Date) {
    inventorySites(expiringBefore: $expiringBefore) {
      serialCount lotCount expiringCount
      site { id name nameZh kind }
    }
  }
`)

export type InventoryItem = ResultOf<typeof inventoryQuery>['inventory']['edges'][number]['node']
export type InventorySite = ResultOf<typeof inventorySitesQuery>['inventorySites'][number]
