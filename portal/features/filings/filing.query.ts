import { graphql, type ResultOf } from '../../app/graphql.ts'

export const reportFragment = graphql(`
  fragment ReportParts on AuthorityReport @_unmask {
    form title titleZh source asOf missing
    blocks { title titleZh fields { number label labelZh value missing verified note } }
  }
`)

export const reportQuery = graphql(`
  query PortalAuthorityReport($subject: ID!, $form: ReportForm!) {
    authorityReport(subject: $subject, form: $form) { ...ReportParts }
    filings(subject: $subject) { id form authority filedOn number sha256 intact report { ...ReportParts } }
    adverseEvent(id: $subject) { id caseNumber clocks { rule title titleZh dueOn metOn } }
    recall(id: $subject) { id reference authorities { clocks { rule title titleZh dueOn metOn } } }
  }
`, [reportFragment])

export const recordFilingMutation = graphql(`
  mutation PortalRecordFiling($input: RecordFilingInput!) {
    recordFiling(input: $input) { __typename ... on RecordFilingSuccess { filing { id } } ... on UserError { code message } }
  }
`)

export type Report = ResultOf<typeof reportFragment>
export type Filing = ResultOf<typeof reportQuery>['filings'][number]
