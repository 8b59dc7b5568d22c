import { graphql } from '../../app/graphql.ts'
import { documentFragment } from '../../ui/document.fragment.ts'
import { partyFragment } from '../../ui/party.fragment.ts'
import { eventFragment } from './event.fragment.ts'

/** The whole life of one device. */
export const serialQuery = graphql(`
  query SerialPage($id: ID!, $after: String, $afterTicket: String) {
    node(id: $id) {
      __typename
      ... on Serial {
        id udi serialNumber status holds manufacturedOn expiresOn heldSince maintenanceDueOn calibrationDueOn
        product { id di name nameZh model riskClass manufacturer { id name nameZh } }
        batch { id lotNumber }
        holder { ...Party }
        site { id name nameZh }
        owner { ...Party }
        transit { since from { ...Party } to { ...Party } }
        usage { kind on organization { ...Party } site { id name nameZh } }
        logisticUnit { id sscc }
        parts {
          position installedAt removedAt
          serial { id serialNumber product { id name nameZh } }
          batch { id lotNumber product { id name nameZh } }
        }
        documents { ...Document }
        recalls { id reference title titleZh status classification respondBy drill }
        timeline(first: 50, after: $after) { totalCount edges { cursor node { ...Event } } pageInfo { hasNextPage endCursor } }
        tickets(first: 50, after: $afterTicket) { totalCount edges { cursor node { id reference kind status summary summaryZh openedAt closedAt } } pageInfo { hasNextPage endCursor } }
      }
    }
  }
`, [partyFragment, documentFragment, eventFragment])
