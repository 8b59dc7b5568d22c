import { Refusal } from '../../../kernel/errors.ts'
import type { Change } from '../../../record/change.ts'
import { ssccOf } from './sscc.rules.ts'
import { ssccTaken, takeReference } from './sscc.cypher.ts'
import type { AssignSsccSuccess } from './sscc.type.ts'

/** So many numbers in a row that were packed already say that the prefix is numbered by somebody else. */
const mostTaken = 100

const next = async (change: Change): Promise<string> => {
  const [row] = await change.run(takeReference, {})
  if (!row?.companyPrefix || row.reference === null) throw new Refusal('CONFLICT', 'Your organization\'s GS1 company prefix is not on record. Ask the hub\'s operator to enter it, or type an SSCC of your own.')
  const sscc = ssccOf(row.companyPrefix, row.reference)
  if (sscc === undefined) throw new Refusal('CONFLICT', 'All numbers of your GS1 company prefix are given out. Ask the hub\'s operator to enter another.')
  return sscc
}

/** A number for a carton that is yet to be packed, given once. */
export const assignSscc = async (change: Change): Promise<AssignSsccSuccess> => {
  for (let tries = 0; tries < mostTaken; tries += 1) {
    const sscc = await next(change)
    const [row] = await change.run(ssccTaken, { sscc })
    if (row?.taken) continue
    change.audit({ subject: change.viewer.organization, changes: [{ field: 'sscc', before: null, after: sscc }] })
    return { __typename: 'AssignSsccSuccess', sscc } as AssignSsccSuccess
  }
  throw new Refusal('CONFLICT', 'Cartons have these numbers already. Ask the hub\'s operator for another GS1 company prefix.')
}
