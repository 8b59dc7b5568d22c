// An acceptance record is found by what arrived: INCLUDES says so in the order of its organization's list, RECEIVES by which products it may ask.
CREATE INDEX acceptance_includes IF NOT EXISTS FOR ()-[r:INCLUDES]-() ON (r.organization, r.product, r.place);
MATCH (check:AcceptanceCheck) WHERE NOT EXISTS { (check)-[:INCLUDES]->() }
CALL (check) {
  CALL (check) {
    MATCH (check)-[:CHECKS]->(:Event)-[:CONCERNS]->(:Serial|Batch)-[:OF]->(product:Product)
    RETURN product
    UNION
    MATCH (check)-[:CHECKS]->(event:Event)-[:CONCERNS]->(:LogisticUnit)-[packs:PACKS*1..3]->(:Serial|Batch)-[:OF]->(product:Product)
    WHERE all(pack IN packs WHERE pack.since <= event.eventTime AND (pack.until IS NULL OR event.eventTime <= pack.until))
    RETURN product
  }
  MATCH (receiver:Organization {id: check.organization})
  MERGE (receiver)-[:RECEIVES]->(product)
  CREATE (check)-[:INCLUDES {organization: check.organization, product: product.id, place: check.place}]->(product)
} IN TRANSACTIONS OF 1000 ROWS;
