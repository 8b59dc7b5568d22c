import { cypher } from '../../kernel/cypher.ts'

/** How long a company's prefix is, is told by an EPC URN and by nothing else: it is remembered. */
export const learnPrefixes = cypher<{ digits: readonly string[] }, never>()`
UNWIND $in.digits AS digits
WITH DISTINCT digits ORDER BY digits
MERGE (:CompanyPrefix {digits: digits})
`

// Public facts of GS1's register, of nobody's business; few, and all that are known.
export const companyPrefixes = cypher<object, { digits: string }>()`
MATCH (prefix:CompanyPrefix)
WHERE prefix.digits > ''
RETURN prefix.digits AS digits
`
