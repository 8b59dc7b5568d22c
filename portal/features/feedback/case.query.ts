import { graphql, type ResultOf } from '../../app/graphql.ts'
import { documentFragment } from '../../ui/document.fragment.ts'
import { partyFragment } from '../../ui/party.fragment.ts'
import { eventFragment } from '../custody/event.fragment.ts'

export const casesQuery = graphql(`
  query PortalCases($status: String, $first: Int!, $after: String) {
    adverseEvents(status: $status, first: $first, after: $after) {
      totalCount
      edges { node {
        id caseNumber status receivedAt outcomes description priority couldHaveCausedHarm
        reportedBy { ...Party }
        batch { id lotNumber product { id name nameZh } }
        device { id serialNumber product { id name nameZh } }
        deviceDescription
        clocks { rule title titleZh dueOn state }
        requests { id answeredAt }
      } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [partyFragment])

export const caseQuery = graphql(`
  query PortalCase($id: ID!, $inside: Boolean!) {
    adverseEvent(id: $id) {
      id caseNumber status receivedAt occurredOn awareOn description deviceDescription code outcomes couldHaveCausedHarm groupEvent deviceAvailable
      priority publicThreat remedialAction unexpected assessment conclusion concludedAt codingRelease steps
      codes { code term annex definition }
      ticket { id reference }
      device {
        id serialNumber udi product { id name nameZh }
        parts @include(if: $inside) { position installedAt removedAt serial { id serialNumber product { id name nameZh } } batch { id lotNumber product { id name nameZh } } }
        timeline(first: 100) @include(if: $inside) { edges { node { ...Event } } pageInfo { hasNextPage } }
      }
      batch { id lotNumber udi product { id name nameZh } }
      reportedBy { ...Party }
      reporter @include(if: $inside) { name email phone occupation }
      warnings { code found }
      clocks { rule title titleZh jurisdiction recipient startsOn dueOn metOn state source verified }
      requests { id askedAt question answeredAt answer }
      attachments { ...Document }
      reports { id rule filedOn reference note }
      context {
        lotCount
        receipts { at temperature packagingIntact }
        lots { id lotNumber productName productNameZh supplier { ...Party } }
        related { relation adverseEvent { id caseNumber status receivedAt description } }
        tickets { id reference status summary summaryZh }
        recalls { id reference title titleZh status drill }
      }
    }
  }
`, [partyFragment, documentFragment, eventFragment])

export const identityQuery = graphql(`query PortalIdentity($text: String!) { patientIdentityWarnings(text: $text) { code found } }`)

export const triageMutation = graphql(`
  mutation PortalTriage($input: TriageAdverseEventInput!) {
    triageAdverseEvent(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)
export const codeMutation = graphql(`
  mutation PortalCode($input: CodeAdverseEventInput!) {
    codeAdverseEvent(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)
export const assessMutation = graphql(`
  mutation PortalAssess($input: AssessAdverseEventInput!) {
    assessAdverseEvent(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)
export const concludeMutation = graphql(`
  mutation PortalConclude($input: ConcludeAdverseEventInput!) {
    concludeAdverseEvent(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)
export const askMutation = graphql(`
  mutation PortalAsk($input: AskReporterInput!) {
    askReporter(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)
export const answerMutation = graphql(`
  mutation PortalAnswer($input: AnswerReporterRequestInput!) {
    answerReporterRequest(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)
export const filedMutation = graphql(`
  mutation PortalFiled($input: RecordFiledReportInput!) {
    recordFiledReport(input: $input) { __typename ... on HandleAdverseEventSuccess { adverseEvent { id status } } ... on UserError { code message } }
  }
`)

export type CaseLine = ResultOf<typeof casesQuery>['adverseEvents']['edges'][number]['node']
export type Case = NonNullable<ResultOf<typeof caseQuery>['adverseEvent']>
