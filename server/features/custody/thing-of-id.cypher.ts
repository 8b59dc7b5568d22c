import { part } from '../../kernel/cypher.ts'

/** Over `id`: the serial, lot or carton of this id, as `thing`; each kind by its own index. */
export const thingOfId = part`
CALL (id) {
  MATCH (thing:Serial {id: id}) RETURN thing
  UNION
  MATCH (thing:Batch {id: id}) RETURN thing
  UNION
  MATCH (thing:LogisticUnit {id: id}) RETURN thing
}`
