import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const noticeLineFragment = graphql(`
  fragment NoticeLine on RecallNotice @_unmask {
    id status issuedAt respondBy itemCount outstandingCount late drill roles
    recall { id reference title titleZh classification actions }
  }
`)

export const noticesQuery = graphql(`
  query PortalNotices($open: Boolean, $first: Int!, $after: String, $number: String) {
    recallNotices(open: $open, number: $number, first: $first, after: $after) {
      totalCount
      edges { node { ...NoticeLine } }
      pageInfo { hasNextPage endCursor }
    }
  }
`, [noticeLineFragment])

export const noticeQuery = graphql(`
  query PortalNotice($id: ID!, $after: String, $open: Boolean) {
    recallNotice(id: $id) {
      ...NoticeLine
      acknowledgedAt respondedAt noneHeld quantityOnHand answerable outsideNumbers
      recipient { ...Party }
      recall { id reason reasonZh riskStatement riskStatementZh status }
      items(first: 100, after: $after, open: $open) {
        totalCount
        edges { node {
          id udi serialNumber lotNumber status expiresOn disposition
          quantity { value unit }
          onNotice { role answers { disposition quantity { value unit } } places { site { id name nameZh } quantity { value unit } } procedures { procedureReference usedAt quantity { value unit } } }
          product { id name nameZh }
        } }
        pageInfo { hasNextPage endCursor }
      }
      responses { id at noneHeld completed quantityOnHand comment lines { code disposition quantity } }
    }
  }
`, [noticeLineFragment, partyFragment])

export const acknowledgeMutation = graphql(`
  mutation PortalAcknowledge($input: AcknowledgeRecallNoticeInput!) {
    acknowledgeRecallNotice(input: $input) {
      __typename
      ... on AcknowledgeRecallNoticeSuccess { notice { id status acknowledgedAt outsideNumbers } }
      ... on UserError { code message }
    }
  }
`)

export const respondMutation = graphql(`
  mutation PortalRespond($input: RespondToRecallNoticeInput!) {
    respondToRecallNotice(input: $input) {
      __typename
      ... on RespondToRecallNoticeSuccess { notice { id status outstandingCount } rejected { line code reason { code message } } }
      ... on UserError { code message }
    }
  }
`)

export const noticeIssued = graphql(`subscription PortalNoticeIssued { recallNoticeIssued { id } }`)

export type NoticeLine = ResultOf<typeof noticeLineFragment>
export type Notice = NonNullable<ResultOf<typeof noticeQuery>['recallNotice']>
export type NoticeItem = Notice['items']['edges'][number]['node']
export type Disposition = NonNullable<NoticeItem['disposition']>
export type Rejected = Extract<ResultOf<typeof respondMutation>['respondToRecallNotice'], { __typename: 'RespondToRecallNoticeSuccess' }>['rejected']
