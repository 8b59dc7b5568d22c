import { graphql } from '../../app/graphql.ts'

export const swapPartMutation = graphql(`
  mutation PortalSwapPart($input: SwapPartInput!) {
    swapPart(input: $input) { __typename ... on GoodsReported { acceptedCount } ... on UserError { code message path } }
  }
`)
