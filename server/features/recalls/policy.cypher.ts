import { renameCustomers } from '../../access/unnamed.ts'
import { cypher } from '../../kernel/cypher.ts'

export interface Policy {
  readonly customerNames: 'ALWAYS' | 'ON_RECALL' | 'NEVER'
  readonly recallsByTwo: boolean
}

export const ownPolicy = cypher<object, Policy>()`
MATCH (organization:Organization {id: $viewer.organization})
RETURN coalesce(organization.customerNames, 'ALWAYS') AS customerNames, coalesce(organization.recallsByTwo, false) AS recallsByTwo
`

/** What is null stays as it was. Answers what stood before. */
export const savePolicy = cypher<{ customerNames: string | null; recallsByTwo: boolean | null }, Policy>()`
MATCH (organization:Organization {id: $viewer.organization})
WITH organization, coalesce(organization.customerNames, 'ALWAYS') AS customerNames, coalesce(organization.recallsByTwo, false) AS recallsByTwo
SET organization.customerNames = coalesce($in.customerNames, organization.customerNames), organization.recallsByTwo = coalesce($in.recallsByTwo, organization.recallsByTwo)
RETURN customerNames, recallsByTwo
`

/** What the setting means for each of its customers. */
export const renameOwnCustomers = cypher<object, never>()`
MATCH (:Organization {id: $viewer.organization})-[:SUPPLIES]->(customer:Organization)
WITH DISTINCT customer
${renameCustomers}
`
