import { graphql, type ResultOf } from '../../app/graphql.ts'

/** What the viewer's organization makes, by words in its name, model or code. */
export const ownProductsQuery = graphql(`
  query OwnProducts($search: String) {
    viewer { id organization { id } }
    products(search: $search, first: 50) { edges { node { id di kind name nameZh model lotControlled serialControlled manufacturer { id } } } }
  }
`)

/** A lot as its label says, and how much of it the viewer's organization has. */
export const ownLotQuery = graphql(`
  query OwnLot($code: String!) {
    viewer { id organization { id } }
    lookup(code: $code) { verdict product { id name nameZh } batch { id lotNumber } stock { organization { id } quantity { value unit } } }
  }
`)

export const registerLotMutation = graphql(`
  mutation PortalRegisterLot($input: RegisterSupplierLotInput!) {
    registerSupplierLot(input: $input) { __typename ... on RegisterSupplierLotSuccess { batch { id udi lotNumber quantity { value unit } documents { id title } product { id name nameZh } } } ... on UserError { code message path } }
  }
`)

export const registerProductionMutation = graphql(`
  mutation PortalRegisterProduction($input: RegisterProductionInput!) {
    registerProduction(input: $input) { __typename ... on GoodsReported { acceptedCount } ... on UserError { code message path } }
  }
`)

/** What was made, found again by its own number. */
export const madeQuery = graphql(`
  query Made($text: String!) {
    batches(search: $text, first: 50) { edges { node { id lotNumber product { id } } } }
    serials(search: $text, first: 50) { edges { node { id serialNumber product { id } } } }
  }
`)

export type OwnProduct = ResultOf<typeof ownProductsQuery>['products']['edges'][number]['node']
