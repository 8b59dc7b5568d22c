import { graphql } from '../../app/graphql.ts'

export const sessionsQuery = graphql(`
  query Sessions { sessions { id since seenAt address agent current } }
`)

export const endSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) { __typename ... on SessionEnded { session } ... on UserError { message } }
  }
`)
