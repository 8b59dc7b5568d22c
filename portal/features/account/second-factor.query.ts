import { graphql } from '../../app/graphql.ts'

export const secondFactorQuery = graphql(`
  query PortalSecondFactor { secondFactor { active required recoveryCodes } }
`)

export const beginSecondFactor = graphql(`
  mutation PortalBeginSecondFactor($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) { __typename ... on SecondFactorBegun { secret picture } ... on UserError { code message } }
  }
`)

export const confirmSecondFactor = graphql(`
  mutation PortalConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) { __typename ... on SecondFactorSaved { recoveryCodes } ... on UserError { code message } }
  }
`)

export const renewRecoveryCodes = graphql(`
  mutation PortalRenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) { __typename ... on SecondFactorSaved { recoveryCodes } ... on UserError { code message } }
  }
`)

export const removeSecondFactor = graphql(`
  mutation PortalRemoveSecondFactor($input: RemoveSecondFactorInput!) {
    removeSecondFactor(input: $input) { __typename ... on SecondFactorRemoved { removed } ... on UserError { code message } }
  }
`)
