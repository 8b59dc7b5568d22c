import { graphql, type ResultOf } from '../../app/graphql.ts'

/** A carton by its SSCC with what is in it now; null where nothing was ever packed under that number. */
export const packedUnitQuery = graphql(`
  query PackedUnit($code: String!, $first: Int!, $after: String) {
    logisticUnit(code: $code) {
      id sscc kind
      units { id sscc }
      contents(now: true, first: $first, after: $after) {
        totalCount
        edges { node { id udi serialNumber lotNumber expiresOn status holds quantity { value unit } product { id name nameZh } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)

export const numberingQuery = graphql(`
  query Numbering { viewer { id organization { id identifiers { scheme value } } } }
`)

export const assignSsccMutation = graphql(`
  mutation PortalAssignSscc($input: AssignSsccInput!) {
    assignSscc(input: $input) { __typename ... on AssignSsccSuccess { sscc } ... on UserError { code message path } }
  }
`)

export const packMutation = graphql(`
  mutation PortalPack($input: PackInput!) {
    pack(input: $input) { __typename ... on GoodsReported { acceptedCount rejected { line code reason { code message } } } ... on UserError { code message path } }
  }
`)

export const unpackMutation = graphql(`
  mutation PortalUnpack($input: PackInput!) {
    unpack(input: $input) { __typename ... on GoodsReported { acceptedCount rejected { line code reason { code message } } } ... on UserError { code message path } }
  }
`)

export type PackedUnit = NonNullable<ResultOf<typeof packedUnitQuery>['logisticUnit']>
export type PackedItem = PackedUnit['contents']['edges'][number]['node']
