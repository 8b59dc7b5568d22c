import { graphql, type ResultOf } from '../../app/graphql.ts'
import { documentFragment } from '../../ui/document.fragment.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const ticketsQuery = graphql(`
  query PortalTickets($open: Boolean, $first: Int!, $after: String) {
    serviceTickets(open: $open, first: $first, after: $after) {
      totalCount
      edges { node {
        id reference kind status priority summary summaryZh openedAt closedAt assignee
        openedBy { ...Party }
        serial { id serialNumber product { id name nameZh } }
        batch { id lotNumber product { id name nameZh } }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const ticketQuery = graphql(`
  query PortalTicket($id: ID!) {
    serviceTicket(id: $id) {
      id reference kind status priority summary summaryZh description openedAt closedAt doneOn assignee resolution decontamination capaNumber quantity unit receivedAt steps
      openedBy { ...Party }
      provider { ...Party }
      serial { id serialNumber udi maintenanceDueOn calibrationDueOn product { id name nameZh maintenanceMonths calibrationMonths } }
      batch { id lotNumber udi product { id name nameZh } }
      measurements { id quantity value unit lower upper passed measuredAt }
      notes { id at text by { ...Party } }
      documents { ...Document }
      adverseEvents { id caseNumber }
    }
  }
`, [partyFragment, documentFragment])

export const servicesDueQuery = graphql(`
  query PortalServicesDue($within: Int!, $first: Int!, $after: String) {
    servicesDue(within: $within, first: $first, after: $after) {
      totalCount
      edges { node { kind dueOn serial { id serialNumber udi product { id name nameZh } holder { ...Party } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const providersQuery = graphql(`
  query PortalServiceProviders { organizations(kind: SERVICE_PROVIDER, first: 100) { edges { node { id code name nameZh } } } }
`)

export const openTicketMutation = graphql(`
  mutation PortalOpenTicket($input: OpenServiceTicketInput!) {
    openServiceTicket(input: $input) { __typename ... on OpenServiceTicketSuccess { ticket { id reference } } ... on UserError { code message path } }
  }
`)
export const advanceMutation = graphql(`
  mutation PortalAdvanceTicket($input: AdvanceServiceTicketInput!) {
    advanceServiceTicket(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id status } } ... on UserError { code message path } }
  }
`)
export const assignMutation = graphql(`
  mutation PortalAssignTicket($input: AssignServiceTicketInput!) {
    assignServiceTicket(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id assignee provider { id } } } ... on UserError { code message path } }
  }
`)
export const measureMutation = graphql(`
  mutation PortalMeasure($input: RecordMeasurementInput!) {
    recordMeasurement(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id } } ... on UserError { code message path } }
  }
`)

export const noteMutation = graphql(`
  mutation PortalNoteTicket($input: NoteServiceTicketInput!) {
    noteServiceTicket(input: $input) { __typename ... on HandleServiceTicketSuccess { ticket { id notes { id } } } ... on UserError { code message path } }
  }
`)
export const setPlanMutation = graphql(`
  mutation PortalSetServicePlan($input: SetServicePlanInput!) {
    setServicePlan(input: $input) { __typename ... on SetServicePlanSuccess { devicesDated product { id maintenanceMonths calibrationMonths } } ... on UserError { code message path } }
  }
`)

export type TicketLine = ResultOf<typeof ticketsQuery>['serviceTickets']['edges'][number]['node']
export type Ticket = NonNullable<ResultOf<typeof ticketQuery>['serviceTicket']>
export type DueLine = ResultOf<typeof servicesDueQuery>['servicesDue']['edges'][number]['node']
export const kinds: readonly Ticket['kind'][] = ['REPAIR', 'MAINTENANCE', 'CALIBRATION', 'INSPECTION', 'INSTALLATION', 'RETURN', 'COMPLAINT']
