// Where partners want to be told, and what their messages are signed with.
CREATE CONSTRAINT webhook_endpoint_id IF NOT EXISTS FOR (n:WebhookEndpoint) REQUIRE n.id IS UNIQUE;
CREATE INDEX webhook_endpoint_of_organization IF NOT EXISTS FOR (n:WebhookEndpoint) ON (n.organization, n.createdAt);
CREATE INDEX webhook_secret_of_endpoint IF NOT EXISTS FOR (n:WebhookSecret) ON (n.endpoint);
// One delivery for each message and receiver; what is due by receiver, so that none waits behind another; the log of each.
CREATE CONSTRAINT delivery_id IF NOT EXISTS FOR (n:Delivery) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT delivery_key IF NOT EXISTS FOR (n:Delivery) REQUIRE n.key IS UNIQUE;
CREATE INDEX delivery_due IF NOT EXISTS FOR (n:Delivery) ON (n.target, n.dueAt);
CREATE INDEX delivery_log IF NOT EXISTS FOR (n:Delivery) ON (n.target, n.place);
CREATE INDEX delivery_of_message IF NOT EXISTS FOR (n:Delivery) ON (n.message);
// What a person has read.
CREATE CONSTRAINT read_mark_key IF NOT EXISTS FOR (n:ReadMark) REQUIRE n.key IS UNIQUE;
CREATE INDEX read_mark_of_message IF NOT EXISTS FOR (n:ReadMark) ON (n.message);
CREATE CONSTRAINT read_state_person IF NOT EXISTS FOR (n:ReadState) REQUIRE n.person IS UNIQUE;
// What a notice's message was, and whom to telephone.
CREATE INDEX outbox_message_subject IF NOT EXISTS FOR (n:OutboxMessage) ON (n.subject);
CREATE CONSTRAINT phone_call_id IF NOT EXISTS FOR (n:PhoneCall) REQUIRE n.id IS UNIQUE;
CREATE INDEX phone_call_of_notice IF NOT EXISTS FOR (n:PhoneCall) ON (n.notice);
CREATE INDEX recall_status IF NOT EXISTS FOR (n:Recall) ON (n.status);
