import { part } from '../../../kernel/cypher.ts'

/**
 * The events that name `thing`, each as a list (maps would carry their keys a million times): see EventColumns.
 */
export const involvementsOfThing = part`
[(thing)<-[concerns:CONCERNS]-(event:Event) | [
  event.id, event.type, event.action, event.bizStep, event.disposition, event.dispositionsSet, event.dispositionsUnset, event.eventTime, event.hash, event.errorDeclaredAt, event.owner, event.documentNumber,
  head([(event)-[:AT]->(site:Site) | site.id]),
  head([(event)-[:FROM_PARTY]->(giver:Organization) | giver.id]),
  head([(event)-[:TO_PARTY]->(taker:Organization) | taker.id]),
  head([(event)-[:REPORTED_BY]->(reporter:Organization) | reporter.id]),
  concerns.role, concerns.quantity, concerns.unit, concerns.position,
  CASE WHEN concerns.role = 'CHILD' THEN head([(event)-[other:CONCERNS]->(parent) WHERE other.role = 'PARENT' | parent.id]) END,
  concerns.role = 'PARENT' AND NOT EXISTS { (event)-[other:CONCERNS]->() WHERE other.role = 'CHILD' }
]]`
