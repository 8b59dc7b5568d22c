import { graphql } from '../../app/graphql.ts'

export const caseChanged = graphql(`subscription PortalCaseChanged { adverseEventChanged { id } }`)
export const ticketChanged = graphql(`subscription PortalTicketChanged { serviceTicketChanged { id } }`)
export const findingRaised = graphql(`subscription PortalFindingRaised { findingRaised { id } }`)
