import { graphql, type ResultOf, type VariablesOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const recallsQuery = graphql(`
  query PortalRecalls($status: RecallStatus, $drill: Boolean, $first: Int!, $after: String) {
    recallCounts { status drill count }
    recalls(status: $status, drill: $drill, first: $first, after: $after) {
      totalCount
      edges { node { id reference title titleZh classification status drill respondBy draftedAt approvedAt progress { noticeCount respondedCount clocked { step at minutes targetMinutes } } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`)

export const scopeQuery = graphql(`
  query PortalScope($input: RecallScopeInput!) {
    recallScope(input: $input) {
      batchCount serialCount quantity { value unit } countries
      scrapped { serialCount quantities { value unit } } unknown { serialCount quantities { value unit } }
      holders { organization { ...Party } serialCount quantity { value unit } }
      inTransit { from { ...Party } to { ...Party } serialCount quantities { value unit } }
      used { serialCount quantities { value unit } }
    }
  }
`, [partyFragment])

export const recallQuery = graphql(`
  query PortalRecall($id: ID!, $after: String) {
    recall(id: $id) {
      id reference title titleZh reason reasonZh riskStatement riskStatementZh classification status drill actions respondBy estimatedCompletion approvedAt closedAt conclusion authorityReference steps
      scope { batchCount serialCount quantity { value unit } countries scrapped { serialCount quantities { value unit } } unknown { serialCount quantities { value unit } } used { serialCount quantities { value unit } } inTransit { from { ...Party } to { ...Party } serialCount quantities { value unit } } holders { organization { ...Party } serialCount quantity { value unit } } }
      progress {
        noticeCount acknowledgedCount respondedCount serialCount accountedForCount unitCount accountedForUnits accountedForRate quantityOnHand quantityReturned quantityCorrected estimatedCompletion minutesToNotify
        clocked { step at minutes targetMinutes }
        countries { country noticeCount outstandingCount respondedCount }
        dispositions { disposition count }
        effectivenessChecks { made effective }
      }
      signatures { id signer signerZh signedAt meaning hash organization { ...Party } }
      notices(first: 100, after: $after) {
        totalCount
        edges { node { id status itemCount outstandingCount respondBy respondedAt late noneHeld recipient { ...Party } checks { id at effective method } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`, [partyFragment])

export const draftQuery = graphql(`
  query PortalRecallDraft($id: ID!) {
    recall(id: $id) {
      id reference title titleZh reason reasonZh riskStatement riskStatementZh classification actions drill respondBy estimatedCompletion steps
      draft { adverseEvents scope { batches serials products materialLots suppliers sites manufacturedFrom manufacturedTo excluding { batches serials products materialLots suppliers sites manufacturedFrom manufacturedTo } } }
    }
  }
`)

export const amendMutation = graphql(`
  mutation PortalAmendRecall($input: AmendRecallInput!) {
    amendRecall(input: $input) { __typename ... on ChangeRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)

export const draftMutation = graphql(`
  mutation PortalDraftRecall($input: DraftRecallInput!) {
    draftRecall(input: $input) { __typename ... on DraftRecallSuccess { recall { id reference } } ... on UserError { code message } }
  }
`)
export const submitRecallMutation = graphql(`
  mutation PortalSubmitRecall($input: RecallStepInput!) {
    submitRecallForReview(input: $input) { __typename ... on ChangeRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)
export const returnRecallMutation = graphql(`
  mutation PortalReturnRecall($input: RecallStepInput!) {
    returnRecallToDraft(input: $input) { __typename ... on ChangeRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)
export const cancelRecallMutation = graphql(`
  mutation PortalCancelRecall($input: RecallStepInput!) {
    cancelRecall(input: $input) { __typename ... on ChangeRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)
export const approveMutation = graphql(`
  mutation PortalApproveRecall($input: ApproveRecallInput!) {
    approveRecall(input: $input) { __typename ... on ApproveRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)
export const closeMutation = graphql(`
  mutation PortalCloseRecall($input: CloseRecallInput!) {
    closeRecall(input: $input) { __typename ... on CloseRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)
export const terminateMutation = graphql(`
  mutation PortalTerminateRecall($input: TerminateRecallInput!) {
    terminateRecall(input: $input) { __typename ... on ChangeRecallSuccess { recall { id status } } ... on UserError { code message } }
  }
`)
export const checkMutation = graphql(`
  mutation PortalCheck($input: RecordEffectivenessCheckInput!) {
    recordEffectivenessCheck(input: $input) { __typename ... on RecordEffectivenessCheckSuccess { notice { id } } ... on UserError { code message } }
  }
`)
export const holdsQuery = graphql(`query PortalHolds($after: String) { qualityHolds(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id reason placedAt until liftedAt batchCount serialCount labels signatures { id signer signerZh signedAt meaning hash organization { ...Party } } } } } }`, [partyFragment])
export const holdMutation = graphql(`
  mutation PortalHold($input: HoldDevicesInput!) {
    holdDevices(input: $input) { __typename ... on HoldDevicesSuccess { hold { id } } ... on UserError { code message } }
  }
`)
export const liftMutation = graphql(`
  mutation PortalLift($input: LiftHoldInput!) {
    liftHold(input: $input) { __typename ... on HoldDevicesSuccess { hold { id } } ... on UserError { code message } }
  }
`)
export const noticeAnswered = graphql(`subscription PortalNoticeAnswered { recallNoticeResponded { id recall { id } } }`)

export type RecallLine = ResultOf<typeof recallsQuery>['recalls']['edges'][number]['node']
export type Recall = NonNullable<ResultOf<typeof recallQuery>['recall']>
export type Scope = Pick<Recall['scope'], 'batchCount' | 'serialCount' | 'quantity' | 'countries' | 'holders' | 'inTransit' | 'used' | 'scrapped' | 'unknown'>
export type Drafted = NonNullable<ResultOf<typeof draftQuery>['recall']>
export type Clocked = Recall['progress']['clocked'][number]
export type ScopeInput = VariablesOf<typeof scopeQuery>['input']
