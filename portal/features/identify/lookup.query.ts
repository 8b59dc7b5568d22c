import { graphql, type ResultOf } from '../../app/graphql.ts'
import { partyFragment } from '../../ui/party.fragment.ts'

/** May I use this? One question with everything that the answer rests on. */
export const lookupQuery = graphql(`
  query VerdictPage($code: String!) {
    lookup(code: $code) {
      verdict checkedAt
      reasons { code message on }
      scan { raw standard di lot serial quantity expiresOn manufacturedOn sscc gln elements { key value title } checks { field result } warnings { code message } }
      product {
        id di name nameZh model riskClass sterile singleUse
        manufacturer { id name nameZh }
        registrations { number market validUntil }
      }
      packageLevel { code type level units }
      batch { id udi lotNumber expiresOn manufacturedOn }
      serial { id udi serialNumber expiresOn manufacturedOn }
      logisticUnit { id sscc kind }
      recalls { id reference title titleZh classification respondBy status }
      stock { site { id name nameZh } quantity { value unit } blocked { value unit } organization { ...Party } }
      candidates { id udi serialNumber lotNumber expiresOn quantity { value unit } product { id name nameZh } site { id name nameZh } }
    }
  }
`, [partyFragment])

export type Lookup = ResultOf<typeof lookupQuery>['lookup']
export type Verdict = Lookup['verdict']
