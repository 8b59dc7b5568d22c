import { unnamed } from '../../access/unnamed.ts'
import { part } from '../../kernel/cypher.ts'

/**
 * Who may read an event of EPCIS, over `told`: who reported it, who took part in it as the hub found when it came, and the
 * internal teams of the maker of all that it names. It is stored with the event, since its content never changes either.
 */
export const openToViewer = part`EXISTS { (told)-[open:OPEN_TO]->(:Organization {id: $viewer.organization}) WHERE NOT open.internal OR $viewer.internal }`

/**
 * Over `told`: the maker reads it although it took no part, and somebody did whom it may not read by name (access/unnamed.ts).
 * It is told what happened to which things, and not where, between whom and by which papers; nor can it be found by these.
 */
export const tellsOfUnnamed = part`CASE WHEN $viewer.internal THEN EXISTS { (told)-[:OPEN_TO]->(reader:Organization) WHERE ${unnamed(part`reader`)} }
  AND NOT EXISTS { (told)-[own:OPEN_TO]->(:Organization {id: $viewer.organization}) WHERE NOT own.internal } ELSE false END`
