// Keys: what may be there only once, however many requests race.
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organization_code IF NOT EXISTS FOR (n:Organization) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT site_id IF NOT EXISTS FOR (n:Site) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT site_code IF NOT EXISTS FOR (n:Site) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT product_id IF NOT EXISTS FOR (n:Product) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT device_identifier_code IF NOT EXISTS FOR (n:DeviceIdentifier) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT registration_id IF NOT EXISTS FOR (n:Registration) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT licence_id IF NOT EXISTS FOR (n:Licence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT batch_id IF NOT EXISTS FOR (n:Batch) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT batch_key IF NOT EXISTS FOR (n:Batch) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT serial_id IF NOT EXISTS FOR (n:Serial) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT serial_key IF NOT EXISTS FOR (n:Serial) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT logistic_unit_id IF NOT EXISTS FOR (n:LogisticUnit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT logistic_unit_key IF NOT EXISTS FOR (n:LogisticUnit) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.eventId IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT recall_id IF NOT EXISTS FOR (n:Recall) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT recall_reference IF NOT EXISTS FOR (n:Recall) REQUIRE n.reference IS UNIQUE;
CREATE CONSTRAINT service_ticket_id IF NOT EXISTS FOR (n:ServiceTicket) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT service_ticket_reference IF NOT EXISTS FOR (n:ServiceTicket) REQUIRE n.reference IS UNIQUE;
CREATE CONSTRAINT finding_id IF NOT EXISTS FOR (n:Finding) REQUIRE n.id IS UNIQUE;

// A second holder of one serial is impossible, whatever the code does.
CREATE CONSTRAINT held_by_serial IF NOT EXISTS FOR ()-[r:HELD_BY]-() REQUIRE r.serial IS UNIQUE;

// What a label without its product names.
CREATE INDEX serial_number IF NOT EXISTS FOR (n:Serial) ON (n.serialNumber);
CREATE INDEX batch_lot_number IF NOT EXISTS FOR (n:Batch) ON (n.lotNumber);
CREATE INDEX logistic_unit_sscc IF NOT EXISTS FOR (n:LogisticUnit) ON (n.sscc);

// Lists in an order that can stop: a batch's serials, a maker's products, an organization's stock (first expired first).
CREATE INDEX serial_of_batch IF NOT EXISTS FOR (n:Serial) ON (n.batch, n.serialNumber);
CREATE INDEX product_of_maker IF NOT EXISTS FOR (n:Product) ON (n.maker, n.di);
CREATE INDEX held_by_organization IF NOT EXISTS FOR ()-[r:HELD_BY]-() ON (r.organization, r.key);
CREATE INDEX stored_at_site IF NOT EXISTS FOR ()-[r:STORED_AT]-() ON (r.site, r.key);
CREATE INDEX stocked_at_organization IF NOT EXISTS FOR ()-[r:STOCKED_AT]-() ON (r.organization, r.key);
CREATE INDEX stocked_at_site IF NOT EXISTS FOR ()-[r:STOCKED_AT]-() ON (r.site, r.key);

// Search in words, Chinese included: the cjk analyzer finds 动脉支架 in 冠状动脉支架系统.
CREATE FULLTEXT INDEX product_text IF NOT EXISTS FOR (n:Product) ON EACH [n.name, n.nameZh, n.brand, n.model, n.catalogNumber, n.di, n.gmdnName] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX organization_text IF NOT EXISTS FOR (n:Organization) ON EACH [n.name, n.nameZh, n.code, n.gln, n.uscc] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
