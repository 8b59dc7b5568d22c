import { graphql, type ResultOf } from '../../app/graphql.ts'

export const expiringItemFragment = graphql(`
  fragment ExpiringItem on Item @_unmask {
    id udi serialNumber lotNumber expiresOn holds
    quantity { value unit }
    product { id name nameZh }
    site { id name nameZh }
  }
`)

export type ExpiringThing = ResultOf<typeof expiringItemFragment>
