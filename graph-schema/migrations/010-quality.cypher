// Recalls: notices by recipient and by recall, holds before a decision.
CREATE CONSTRAINT recall_notice_id IF NOT EXISTS FOR (n:RecallNotice) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT recall_notice_key IF NOT EXISTS FOR (n:RecallNotice) REQUIRE n.key IS UNIQUE;
CREATE INDEX recall_notice_of_organization IF NOT EXISTS FOR (n:RecallNotice) ON (n.organization, n.place);
CREATE INDEX recall_notice_of_recall IF NOT EXISTS FOR (n:RecallNotice) ON (n.recall, n.place);
CREATE INDEX recall_of_maker IF NOT EXISTS FOR (n:Recall) ON (n.maker, n.place);
// The few distributors that keep their customers' names from the maker.
CREATE INDEX organization_customer_names IF NOT EXISTS FOR (n:Organization) ON (n.customerNames);
CREATE CONSTRAINT quality_hold_id IF NOT EXISTS FOR (n:QualityHold) REQUIRE n.id IS UNIQUE;
CREATE INDEX quality_hold_of_maker IF NOT EXISTS FOR (n:QualityHold) ON (n.maker, n.until);
// Adverse events: a reporter's own, a maker's, and the reporter's person apart, so that it can be erased.
CREATE CONSTRAINT adverse_event_id IF NOT EXISTS FOR (n:AdverseEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT adverse_event_number IF NOT EXISTS FOR (n:AdverseEvent) REQUIRE n.caseNumber IS UNIQUE;
CREATE INDEX adverse_event_of_reporter IF NOT EXISTS FOR (n:AdverseEvent) ON (n.organization, n.place);
CREATE INDEX adverse_event_of_maker IF NOT EXISTS FOR (n:AdverseEvent) ON (n.maker, n.place);
CREATE CONSTRAINT reporter_contact_id IF NOT EXISTS FOR (n:ReporterContact) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT reporter_request_id IF NOT EXISTS FOR (n:ReporterRequest) REQUIRE n.id IS UNIQUE;
// Service: an organization's tickets and a maker's desk, the newest first.
CREATE INDEX service_ticket_of_organization IF NOT EXISTS FOR (n:ServiceTicket) ON (n.organization, n.openedAt);
CREATE INDEX service_ticket_of_maker IF NOT EXISTS FOR (n:ServiceTicket) ON (n.maker, n.openedAt);
