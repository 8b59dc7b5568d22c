import { graphql } from '../app/graphql.ts'

export const partyFragment = graphql(`
  fragment Party on Party @_unmask { id name nameZh kinds country }
`)
