import { cypher } from '../../../kernel/cypher.ts'

export interface NextReference {
  readonly companyPrefix: string | null
  /** The next serial reference, counted from 1; null where there is no prefix. */
  readonly reference: number | null
}

/** Takes the next serial reference of the viewer's own organization: writing locks it, so that no two get one number. */
export const takeReference = cypher<object, NextReference>()`
MATCH (own:Organization {id: $viewer.organization})
SET own.lastSerialReference = CASE WHEN own.companyPrefix IS NULL THEN own.lastSerialReference ELSE coalesce(own.lastSerialReference, 0) + 1 END
RETURN own.companyPrefix AS companyPrefix, CASE WHEN own.companyPrefix IS NOT NULL THEN own.lastSerialReference END AS reference
`

/** Whether a carton has this SSCC, whoever packed it: its number is taken either way. */
export const ssccTaken = cypher<{ sscc: string }, { taken: boolean }>()`
RETURN EXISTS { MATCH (logisticUnit:LogisticUnit {sscc: $in.sscc}) } AS taken
`
