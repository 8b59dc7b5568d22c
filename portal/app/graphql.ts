import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../graphql-env.d.ts'

/** Types every query from the published schema: a field that does not exist does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string, Date: string }
}>()

export { readFragment } from 'gql.tada'
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
