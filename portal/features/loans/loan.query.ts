import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const loanSetsQuery = graphql(`
  query PortalLoanSets($open: Boolean!, $first: Int!, $after: String) {
    loanSets(open: $open, first: $first, after: $after) {
      totalCount
      edges { node {
        id documentNumber lentByViewer sentAt dueOn closedAt
        logisticUnit { id sscc } lender { ...Party } borrower { ...Party }
        lines { id out }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const loanSetQuery = graphql(`
  query PortalLoanSet($id: String!) {
    loanSet(code: $id) {
      id documentNumber lentByViewer outcomes sentAt dueOn closedAt
      logisticUnit { id sscc } lender { ...Party } borrower { ...Party }
      lines { id code di name nameZh serialNumber lotNumber expiresOn holds unit sent used openedUnused discarded returned out }
    }
  }
`, [partyFragment])

export const sendLoanSetMutation = graphql(`
  mutation PortalSendLoanSet($input: SendLoanSetInput!) {
    sendLoanSet(input: $input) { __typename ... on LoanSetReported { acceptedCount rejected { line code reason { code message } } loanSet { id } } ... on UserError { code message } }
  }
`)

export const reportLoanSetMutation = graphql(`
  mutation PortalReportLoanSet($input: ReportLoanSetInput!) {
    reportLoanSet(input: $input) { __typename ... on LoanSetReported { acceptedCount rejected { line code reason { code message } } loanSet { id } } ... on UserError { code message } }
  }
`)

export const closeLoanSetMutation = graphql(`
  mutation PortalCloseLoanSet($input: CloseLoanSetInput!) {
    closeLoanSet(input: $input) { __typename ... on LoanSetReported { acceptedCount loanSet { id closedAt } } ... on UserError { code message } }
  }
`)

export type LoanListed = ResultOf<typeof loanSetsQuery>['loanSets']['edges'][number]['node']
export type Loan = NonNullable<ResultOf<typeof loanSetQuery>['loanSet']>
export type LentLine = Loan['lines'][number]
export type Outcome = Loan['outcomes'][number]
export interface Rejected { line: number, code: string, reason: { code: string, message: string } }
