import { graphql, type ResultOf } from '../../app/graphql.ts'

/** Four searches in one operation: one request, four counts. */
export const searchQuery = graphql(`
  query PortalSearch($text: String!, $first: Int!) {
    products(search: $text, first: $first) { totalCount edges { node { id di kind name nameZh model } } }
    batches(search: $text, first: $first) { totalCount edges { node { id lotNumber kind expiresOn product { id name nameZh } } } }
    serials(search: $text, first: $first) { totalCount edges { node { id serialNumber status product { id name nameZh } batch { id lotNumber } } } }
    organizations(search: $text, first: $first) { totalCount edges { node { id name nameZh kinds country } } }
  }
`)

export type SearchResult = ResultOf<typeof searchQuery>
