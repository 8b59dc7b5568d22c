import { graphql } from '../app/graphql.ts'
import { partyFragment } from './party.fragment.ts'

export const documentFragment = graphql(`
  fragment Document on Document @_unmask {
    id kind title titleZh sha256 mediaType size issuedOn url
    issuer { ...Party }
  }
`, [partyFragment])
