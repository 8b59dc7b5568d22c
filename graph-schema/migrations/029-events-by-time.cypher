// Events in the order in which EPCIS tells them, and of those that were declared wrong when.
CREATE INDEX event_by_event_time IF NOT EXISTS FOR (n:Event) ON (n.eventTime);
CREATE INDEX event_by_record_time IF NOT EXISTS FOR (n:Event) ON (n.recordTime);
CREATE INDEX event_by_declaration IF NOT EXISTS FOR (n:Event) ON (n.errorDeclaredAt);
// Named queries of EPCIS, and where their answers are sent.
CREATE CONSTRAINT epcis_query_key IF NOT EXISTS FOR (n:EpcisQuery) REQUIRE n.key IS UNIQUE;
CREATE INDEX epcis_query_of_organization IF NOT EXISTS FOR (n:EpcisQuery) ON (n.organization, n.name);
CREATE CONSTRAINT epcis_subscription_id IF NOT EXISTS FOR (n:EpcisSubscription) REQUIRE n.id IS UNIQUE;
CREATE INDEX epcis_subscription_of_query IF NOT EXISTS FOR (n:EpcisSubscription) ON (n.query, n.createdAt);
CREATE INDEX epcis_subscription_due IF NOT EXISTS FOR (n:EpcisSubscription) ON (n.dueAt);
