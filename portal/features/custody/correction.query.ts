import { graphql } from '../../app/graphql.ts'

export const declareErrorMutation = graphql(`
  mutation PortalDeclareError($input: DeclareErrorInput!) {
    declareError(input: $input) {
      __typename
      ... on UserError { code message }
    }
  }
`)
