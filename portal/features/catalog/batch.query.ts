import { graphql, type ResultOf } from '../../app/graphql.ts'
import { documentFragment } from '../../ui/document.fragment.ts'
import { partyFragment } from '../../ui/party.fragment.ts'
import { eventFragment } from '../custody/event.fragment.ts'

/** The batch with its counts; the long lists come with the tab that shows them. */
export const batchQuery = graphql(`
  query PortalBatch($id: ID!) {
    node(id: $id) {
      __typename
      ... on Batch {
        id udi lotNumber kind manufacturedOn expiresOn serialCount holds
        quantity { value unit }
        product { id di kind name nameZh model }
        madeBy { ...Party }
        suppliedBy { ...Party }
        documents { ...Document }
        stock { organization { ...Party } owner { ...Party } site { id name nameZh } quantity { value unit } blocked { value unit } }
        recalls { id reference title titleZh status classification respondBy drill }
        timeline(first: 1) { totalCount }
        serials(first: 1) { totalCount }
      }
    }
  }
`, [partyFragment, documentFragment])

export const batchTimelineQuery = graphql(`
  query PortalBatchTimeline($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on Batch { id timeline(first: $first, after: $after) { totalCount edges { node { ...Event } } pageInfo { hasNextPage endCursor } } }
    }
  }
`, [eventFragment])

export const batchSerialsQuery = graphql(`
  query PortalBatchSerials($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      __typename
      ... on Batch {
        id
        serials(first: $first, after: $after) {
          totalCount
          edges { node { id serialNumber status holds expiresOn holder { ...Party } site { id name nameZh } } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`, [partyFragment])

export type Batch = Extract<NonNullable<ResultOf<typeof batchQuery>['node']>, { __typename: 'Batch' }>
