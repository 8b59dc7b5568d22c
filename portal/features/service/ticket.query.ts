import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const ticketsQuery = graphql(`
  query PortalTickets($open: Boolean, $first: Int!, $after: String) {
    serviceTickets(open: $open, first: $first, after: $after) {
      totalCount
      edges { node {
        id reference kind status priority summary summaryZh openedAt closedAt assignee
        openedBy { ...Party }
        serial { id serialNumber product { id name nameZh } }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const ticketQuery = graphql(`
  query PortalTicket($id: ID!) {
    serviceTicket(id: $id) {
      id reference kind status priority summary summaryZh description openedAt closedAt assignee resolution decontamination capaNumber steps
      openedBy { ...Party }
      serial { id serialNumber udi product { id name nameZh } }
      measurements { id quantity value unit lower upper passed measuredAt }
    }
  }
`, [partyFragment])

export const openTicketMutation = graphql(`
  mutation PortalOpenTicket($input: OpenServiceTicketInput!) {
    openServiceTicket(input: $input) { __typename ... on OpenServiceTicketSuccess { ticket { id reference } } ... on UserError { code message } }
  }
`)
export const advanceMutation = graphql(`
  mutation PortalAdvanceTicket($input: AdvanceServiceTicketInput!) {
    advanceServiceTicket(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id status } } ... on UserError { code message } }
  }
`)
export const assignMutation = graphql(`
  mutation PortalAssignTicket($input: AssignServiceTicketInput!) {
    assignServiceTicket(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id assignee } } ... on UserError { code message } }
  }
`)
export const measureMutation = graphql(`
  mutation PortalMeasure($input: RecordMeasurementInput!) {
    recordMeasurement(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id } } ... on UserError { code message } }
  }
`)

export type TicketLine = ResultOf<typeof ticketsQuery>['serviceTickets']['edges'][number]['node']
export type Ticket = NonNullable<ResultOf<typeof ticketQuery>['serviceTicket']>
export const kinds: readonly Ticket['kind'][] = ['REPAIR', 'MAINTENANCE', 'CALIBRATION', 'INSPECTION', 'INSTALLATION', 'RETURN', 'COMPLAINT']
