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
