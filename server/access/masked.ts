import { part, type Part } from '../kernel/cypher.ts'
import { unnamed } from './unnamed.ts'

/**
 * A party as the viewer may know it. Who may not be known keeps kind and country; the id goes too, since a stable id
 * would let a partner link and count another's customers. Masked in the statement, so that no log, cache, export or
 * document ever holds the name.
 */
export const partyWhere = (party: Part, named: Part): Part => part`
  CASE WHEN ${party} IS NULL THEN null
       WHEN ${named} THEN ${party} {.id, .name, .nameZh, .kinds, .country}
       ELSE {id: null, name: null, nameZh: null, kinds: ${party}.kinds, country: ${party}.country} END`

/**
 * Named where it is in `known`, a list of organization ids, or where everybody is (`all`), but for those whose
 * distributors keep their names from this maker (unnamed.ts).
 */
export const maskedParty = (party: Part, known: Part, all: Part): Part => partyWhere(party, part`${party}.id IN ${known} OR (${all}) AND NOT ${unnamed(party)}`)

/** A party that stands in what the viewer sees of its own products, or in its own business. */
export const namedParty = (party: Part): Part => partyWhere(party, part`NOT ${unnamed(party)}`)
