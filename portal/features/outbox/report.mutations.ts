import { graphql } from '../../app/graphql.ts'

export const confirmReceipt = graphql(`
  mutation PortalConfirmReceipt($input: ConfirmReceiptInput!) {
    confirmReceipt(input: $input) {
      __typename
      ... on ConfirmReceiptSuccess { acceptedCount acceptanceId rejected { line code reason { code message } } }
      ... on UserError { code message path }
    }
  }
`)

export const reportSellThrough = graphql(`
  mutation PortalReportSellThrough($input: ReportSellThroughInput!) {
    reportSellThrough(input: $input) {
      __typename
      ... on ReportSellThroughSuccess { report { id } rejected { line code reason { code message } } }
      ... on UserError { code message path }
    }
  }
`)

export const submitAdverseEvent = graphql(`
  mutation PortalSubmitCase($input: SubmitAdverseEventInput!) {
    submitAdverseEvent(input: $input) {
      __typename
      ... on SubmitAdverseEventSuccess { adverseEvent { id } }
      ... on UserError { code message path }
    }
  }
`)

export const recordUsage = graphql(`
  mutation PortalRecordUsage($input: RecordUsageInput!) {
    recordUsage(input: $input) {
      __typename
      ... on RecordUsageSuccess { event { id } }
      ... on UserError { code message path }
    }
  }
`)
