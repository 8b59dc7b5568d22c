// What a record refers to and must be erasable, found by its person.
CREATE CONSTRAINT personal_value_id IF NOT EXISTS FOR (n:PersonalValue) REQUIRE n.id IS UNIQUE;
CREATE INDEX personal_value_person IF NOT EXISTS FOR (n:PersonalValue) ON (n.person);
// By what name an actor is known, apart from the records that refer to it.
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
// A maker's own things' records, whoever wrote them; and a person's.
CREATE INDEX audit_record_maker IF NOT EXISTS FOR (n:AuditRecord) ON (n.maker, n.at);
CREATE INDEX audit_record_actor IF NOT EXISTS FOR (n:AuditRecord) ON (n.actor, n.at);
// Refusals of the running minute.
CREATE CONSTRAINT refusal_tally_key IF NOT EXISTS FOR (n:RefusalTally) REQUIRE n.key IS UNIQUE;
CREATE INDEX refusal_tally_minute IF NOT EXISTS FOR (n:RefusalTally) ON (n.minute);
// The Merkle tree over the record, its newest checkpoint, and who may seal now.
CREATE CONSTRAINT merkle_tile_key IF NOT EXISTS FOR (n:MerkleTile) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT audit_log_origin IF NOT EXISTS FOR (n:AuditLog) REQUIRE n.origin IS UNIQUE;
CREATE CONSTRAINT lease_name IF NOT EXISTS FOR (n:Lease) REQUIRE n.name IS UNIQUE;
// Signatures of a thing.
CREATE CONSTRAINT signature_id IF NOT EXISTS FOR (n:Signature) REQUIRE n.id IS UNIQUE;
CREATE INDEX signature_subject IF NOT EXISTS FOR (n:Signature) ON (n.subject);
// Keys that may be forgotten, oldest first.
CREATE INDEX idempotency_key_age IF NOT EXISTS FOR (n:IdempotencyKey) ON (n.at);
