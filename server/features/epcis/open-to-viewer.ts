import { part } from '../../kernel/cypher.ts'

/**
 * Who may read an event of EPCIS, over `told`: who reported it, who took part in it as the hub found when it came, and the
 * internal teams of the maker of all that it names. It is stored with the event, since its content never changes either.
 */
export const openToViewer = part`EXISTS { (told)-[open:OPEN_TO]->(:Organization {id: $viewer.organization}) WHERE NOT open.internal OR $viewer.internal }`
