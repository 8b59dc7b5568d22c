import { part, type Part } from '../kernel/cypher.ts'

/**
 * A party as the viewer may know it. Who may not be known keeps kind and country; the id goes too, since a stable id
 * would let a partner link and count another's customers. Masked in the statement, so that no log, cache, export or
 * document ever holds the name. `known` is a list of organization ids; `all` a condition under which everybody is known.
 */
export const maskedParty = (party: Part, known: Part, all: Part): Part => part`
  CASE WHEN ${party} IS NULL THEN null
       WHEN ${all} OR ${party}.id IN ${known} THEN ${party} {.id, .name, .nameZh, .kinds, .country}
       ELSE {id: null, name: null, nameZh: null, kinds: ${party}.kinds, country: ${party}.country} END`
