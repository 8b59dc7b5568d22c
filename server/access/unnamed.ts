import { part, type Part } from '../kernel/cypher.ts'

/**
 * Whom a maker may not read by name: a customer that it knows only by way of distributors that keep their customers'
 * names (Organization.customerNames). Who hands on a maker's goods to whom is kept as SUPPLIES; what follows of it for
 * each maker is kept on the customer (`unnamedTo`), so that a reader asks a property of a node that it has anyway.
 *
 * - A customer is known, and named everywhere, where the maker itself delivers its goods to it, or a distributor that keeps no names.
 * - In its own business (a spare part of another's that it sent) the maker names who dealt with it, there and nowhere else.
 * - ON_RECALL keeps them too, but on the notices and in the scope of a signed recall that runs and is no drill.
 * - What a partner told the maker itself (a case, a ticket) names that partner, on that case or ticket.
 * - Distributors are a trade that makers know, and the directory of organizations says nothing of who buys from whom.
 */

/** Over an organization: `maker` may not read its name. */
export const unnamedTo = (organization: Part, maker: Part): Part => part`(${maker} IN coalesce(${organization}.unnamedTo, []))`

/** Over an organization: the viewer may not read its name. */
export const unnamed = (organization: Part): Part => unnamedTo(organization, part`$viewer.organization`)

/** Over an organization: not even in a running recall. */
export const unnamedOnRecall = (organization: Part): Part => part`($viewer.organization IN coalesce(${organization}.unnamedOnRecallTo, []))`

/** Over an event: somebody whom the viewer may not read by name took part in it. What was written on it may say who. */
export const tellsOfUnnamed = (event: Part): Part => part`(EXISTS { (${event})-[:FROM_PARTY|TO_PARTY|REPORTED_BY]->(party:Organization) WHERE ${unnamed(part`party`)} }
  OR EXISTS { (${event})-[:AT]->(:Site)<-[:OPERATES]-(operator:Organization) WHERE ${unnamed(part`operator`)} })`

/** Who trades makes its customers known unless it keeps their names. Others hand on by the way (a hospital lends), which tells a maker of nobody. */
const trade = part`['MANUFACTURER', 'CONTRACT_MANUFACTURER', 'IMPORTER', 'AUTHORIZED_REPRESENTATIVE', 'DISTRIBUTOR']`

const makers = (settings: Part, kept: Part): Part => part`COLLECT {
  MATCH (customer)<-[supplies:SUPPLIES]-(seller:Organization)
  WHERE supplies.maker <> customer.id AND NOT 'DISTRIBUTOR' IN customer.kinds
  WITH supplies.maker AS maker, collect(CASE WHEN seller.id = supplies.maker THEN 'OPEN'
    WHEN coalesce(seller.customerNames, 'ALWAYS') IN ${settings} OR supplies.maker IN coalesce(seller.${kept}, []) THEN 'KEEPS'
    WHEN any(kind IN seller.kinds WHERE kind IN ${trade}) THEN 'OPEN' ELSE 'LENDS' END) AS ways
  WHERE 'KEEPS' IN ways AND NOT 'OPEN' IN ways
  RETURN maker ORDER BY maker
}`

/** Over `customer`: the makers to whom it has no name, as SUPPLIES and the settings of who supplies it give them. */
export const unnamedMakers = { always: makers(part`['NEVER', 'ON_RECALL']`, part`unnamedTo`), onRecall: makers(part`['NEVER']`, part`unnamedOnRecallTo`) }

const kept = (list: Part): Part => part`CASE WHEN size(${list}) > 0 THEN ${list} END`

const renamed = part`
WITH customer, ${unnamedMakers.always} AS always, ${unnamedMakers.onRecall} AS onRecall
SET customer.unnamedTo = ${kept(part`always`)}, customer.unnamedOnRecallTo = ${kept(part`onRecall`)}`

/** From rows of `customer` on: brings them up to date, and whom they hand on to, since who got it from them is known by them alone. */
export const renameCustomers = part`
${renamed}
WITH customer WHERE NOT any(kind IN customer.kinds WHERE kind IN ${trade})
MATCH (customer)-[:SUPPLIES]->(next:Organization)
WITH DISTINCT next AS customer
${renamed}`
