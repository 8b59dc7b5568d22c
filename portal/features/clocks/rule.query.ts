import { graphql, type ResultOf } from '../../app/graphql.ts'

export const rulesQuery = graphql(`
  query PortalClockRules {
    clockRules {
      rule about jurisdiction actors triggers
      versions { id version limit unit title titleZh recipient source verified validFrom validTo inForce reason at signatures { id signer signerZh signedAt meaning } }
    }
  }
`)

export const reviseMutation = graphql(`
  mutation PortalReviseClockRule($input: ReviseClockRuleInput!) {
    reviseClockRule(input: $input) { __typename ... on ReviseClockRuleSuccess { clockRule { rule } } ... on UserError { code message } }
  }
`)

export type Rule = ResultOf<typeof rulesQuery>['clockRules'][number]
export type Version = Rule['versions'][number]
