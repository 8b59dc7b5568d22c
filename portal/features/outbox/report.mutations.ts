import { graphql } from '../../app/graphql.ts'

const goodsTaken = graphql(`
  fragment GoodsTaken on GoodsReportResult @_unmask {
    __typename
    ... on GoodsReported { acceptedCount rejected { line code reason { code message } } }
    ... on UserError { code message path }
  }
`)

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

export const reportShipment = graphql(`
  mutation PortalReportShipment($input: ReportShipmentInput!) {
    reportShipment(input: $input) { ...GoodsTaken }
  }
`, [goodsTaken])

export const reportReturn = graphql(`
  mutation PortalReportReturn($input: ReportReturnInput!) {
    reportReturn(input: $input) { ...GoodsTaken }
  }
`, [goodsTaken])

export const reportInspection = graphql(`
  mutation PortalReportInspection($input: ReportInspectionInput!) {
    reportInspection(input: $input) { ...GoodsTaken }
  }
`, [goodsTaken])

export const setQuarantine = graphql(`
  mutation PortalSetQuarantine($input: SetQuarantineInput!) {
    setQuarantine(input: $input) { ...GoodsTaken }
  }
`, [goodsTaken])

export const scrap = graphql(`
  mutation PortalScrap($input: ScrapInput!) {
    scrap(input: $input) { ...GoodsTaken }
  }
`, [goodsTaken])

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
