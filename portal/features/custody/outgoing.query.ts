import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const outgoingQuery = graphql(`
  query PortalOutgoing {
    outgoingShipments {
      id shippedAt documentNumber moreFollow
      to { ...Party }
      lines { id code name nameZh serialNumber lotNumber sscc quantity { value unit } }
    }
  }
`, [partyFragment])
export type Outgoing = ResultOf<typeof outgoingQuery>['outgoingShipments'][number]

export const voidShipmentMutation = graphql(`
  mutation PortalVoidShipment($input: VoidShipmentInput!) {
    voidShipment(input: $input) {
      __typename
      ... on GoodsReported { acceptedCount rejected { line code reason { code message } } }
      ... on UserError { code message }
    }
  }
`)
