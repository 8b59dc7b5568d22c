// The task that was made of a signal, by maker, kind and thing.
CREATE INDEX finding_of_signal IF NOT EXISTS FOR (n:Finding) ON (n.signal);
// A maker's own versions of rules with deadlines.
CREATE CONSTRAINT clock_rule_key IF NOT EXISTS FOR (n:ClockRule) REQUIRE n.key IS UNIQUE;
CREATE INDEX clock_rule_of_organization IF NOT EXISTS FOR (n:ClockRule) ON (n.organization, n.rule);
// A recall before each authority, and which deadlines were told of.
CREATE CONSTRAINT recall_authority_key IF NOT EXISTS FOR (n:RecallAuthority) REQUIRE n.key IS UNIQUE;
CREATE INDEX recall_authority_of_recall IF NOT EXISTS FOR (n:RecallAuthority) ON (n.recall);
CREATE CONSTRAINT clock_alert_key IF NOT EXISTS FOR (n:ClockAlert) REQUIRE n.key IS UNIQUE;
// With whom somebody spoke stands apart from the call, so that it can be erased.
CREATE CONSTRAINT phone_contact_id IF NOT EXISTS FOR (n:PhoneContact) REQUIRE n.id IS UNIQUE;
MATCH (call:PhoneCall) WHERE call.spokeWith IS NOT NULL
MERGE (contact:PhoneContact {id: 'phc_' + call.id}) ON CREATE SET contact.name = call.spokeWith
SET call.contact = contact.id REMOVE call.spokeWith;
