import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

export const signalsQuery = graphql(`
  query PortalSignals($since: Date) {
    signals(since: $since) {
      leastCases alpha prior
      looks { kind looked threshold }
      signals {
        kind thing name nameZh number cases devices expected ratio p threshold scopeField scopeCodes
        supplier { ...Party }
        task { id raisedAt clearedAt }
        adverseEvents { id caseNumber }
      }
    }
  }
`, [partyFragment])

export const openTaskMutation = graphql(`
  mutation PortalOpenSignalTask($input: OpenSignalTaskInput!) {
    openSignalTask(input: $input) { __typename ... on OpenSignalTaskSuccess { finding { id } } ... on UserError { code message } }
  }
`)

export type SignalReport = ResultOf<typeof signalsQuery>['signals']
export type Signal = SignalReport['signals'][number]
