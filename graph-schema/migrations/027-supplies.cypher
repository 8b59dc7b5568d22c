// Who hands on whose goods to whom, and whom makers may not read by name for it. Of the organizations, those that keep their customers' names.
MATCH (event:Event)-[:FROM_PARTY]->(seller:Organization)
MATCH (event)-[:TO_PARTY]->(customer:Organization)
WHERE seller <> customer
MATCH (event)-[:CONCERNS]->()-[:PACKS*0..3]->(thing:Serial|Batch)
WITH DISTINCT seller, customer, thing.maker AS maker
MERGE (seller)-[:SUPPLIES {maker: maker}]->(customer);
MATCH (serial:Serial)
WITH serial, COLLECT { MATCH (serial)-[past:PASSED]->(hand:Organization) RETURN hand ORDER BY past.until, past.from } +
  COLLECT { MATCH (serial)-[:HELD_BY]->(hand:Organization) RETURN hand } + COLLECT { MATCH (serial)-[:USED_AT]->(:Site)<-[:OPERATES]-(hand:Organization) RETURN hand } AS hands
UNWIND range(1, size(hands) - 1) AS place
WITH DISTINCT hands[place - 1] AS seller, hands[place] AS customer, serial.maker AS maker
WHERE seller <> customer
MERGE (seller)-[:SUPPLIES {maker: maker}]->(customer);
MATCH (customer:Organization)<-[supplies:SUPPLIES]-(seller:Organization)
WHERE supplies.maker <> customer.id AND NOT 'DISTRIBUTOR' IN customer.kinds
WITH customer, supplies.maker AS maker, collect(CASE WHEN seller.id = supplies.maker THEN 'OPEN'
  WHEN seller.customerNames = 'NEVER' OR supplies.maker IN coalesce(seller.unnamedOnRecallTo, []) THEN 'NEVER' WHEN seller.customerNames = 'ON_RECALL' OR supplies.maker IN coalesce(seller.unnamedTo, []) THEN 'ON_RECALL'
  WHEN any(kind IN seller.kinds WHERE kind IN ['MANUFACTURER', 'CONTRACT_MANUFACTURER', 'IMPORTER', 'AUTHORIZED_REPRESENTATIVE', 'DISTRIBUTOR']) THEN 'OPEN' ELSE 'LENDS' END) AS ways
WHERE NOT 'OPEN' IN ways AND ('NEVER' IN ways OR 'ON_RECALL' IN ways)
WITH customer, collect(maker) AS always, collect(CASE WHEN NOT 'ON_RECALL' IN ways THEN maker END) AS onRecall
SET customer.unnamedTo = always, customer.unnamedOnRecallTo = CASE WHEN size(onRecall) > 0 THEN onRecall END;
// Once more: who got it from one of these has no name either.
MATCH (customer:Organization)<-[supplies:SUPPLIES]-(seller:Organization)
WHERE supplies.maker <> customer.id AND NOT 'DISTRIBUTOR' IN customer.kinds
WITH customer, supplies.maker AS maker, collect(CASE WHEN seller.id = supplies.maker THEN 'OPEN'
  WHEN seller.customerNames = 'NEVER' OR supplies.maker IN coalesce(seller.unnamedOnRecallTo, []) THEN 'NEVER' WHEN seller.customerNames = 'ON_RECALL' OR supplies.maker IN coalesce(seller.unnamedTo, []) THEN 'ON_RECALL'
  WHEN any(kind IN seller.kinds WHERE kind IN ['MANUFACTURER', 'CONTRACT_MANUFACTURER', 'IMPORTER', 'AUTHORIZED_REPRESENTATIVE', 'DISTRIBUTOR']) THEN 'OPEN' ELSE 'LENDS' END) AS ways
WHERE NOT 'OPEN' IN ways AND ('NEVER' IN ways OR 'ON_RECALL' IN ways)
WITH customer, collect(maker) AS always, collect(CASE WHEN NOT 'ON_RECALL' IN ways THEN maker END) AS onRecall
SET customer.unnamedTo = always, customer.unnamedOnRecallTo = CASE WHEN size(onRecall) > 0 THEN onRecall END;
MATCH (notice:RecallNotice) WHERE notice.named IS NOT NULL REMOVE notice.named;
