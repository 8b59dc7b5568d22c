// One answer for one request, however many times it is sent.
CREATE CONSTRAINT idempotency_key IF NOT EXISTS FOR (n:IdempotencyKey) REQUIRE n.key IS UNIQUE;
// The record: each thing's history, each organization's, and the tail that the sealer has not numbered yet.
CREATE CONSTRAINT audit_record_id IF NOT EXISTS FOR (n:AuditRecord) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT audit_record_sequence IF NOT EXISTS FOR (n:AuditRecord) REQUIRE n.sequence IS UNIQUE;
CREATE INDEX audit_record_subject IF NOT EXISTS FOR (n:AuditRecord) ON (n.subject, n.at);
CREATE INDEX audit_record_organization IF NOT EXISTS FOR (n:AuditRecord) ON (n.organization, n.at);
CREATE INDEX audit_record_unsealed IF NOT EXISTS FOR (n:Unsealed) ON (n.at);
// The outbox: what is still to be told, oldest first, and what an organization was told.
CREATE CONSTRAINT outbox_message_id IF NOT EXISTS FOR (n:OutboxMessage) REQUIRE n.id IS UNIQUE;
CREATE INDEX outbox_message_undelivered IF NOT EXISTS FOR (n:Undelivered) ON (n.at);
CREATE INDEX outbox_message_organization IF NOT EXISTS FOR (n:OutboxMessage) ON (n.organization, n.at);
