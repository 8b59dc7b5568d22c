import { graphql } from '../../app/graphql.ts'

/** Enough of each node to draw it, to name it in both languages and to lead to its page. */
export const genealogyQuery = graphql(`
  query PortalGenealogy($code: String!, $direction: GenealogyDirection!, $depth: Int) {
    genealogy(code: $code, direction: $direction, depth: $depth) {
      root
      totalNodes
      truncated
      nodes {
        id kind label title depth
        product { id di name nameZh }
        organization { id name nameZh country }
        quantity { value unit }
      }
      edges { from to relation removedAt quantity { value unit } }
    }
  }
`)
