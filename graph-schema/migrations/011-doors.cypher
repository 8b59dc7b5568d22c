// What is left of each partner's, client's and address's requests in this minute, shared between nodes.
CREATE CONSTRAINT rate_lease_key IF NOT EXISTS FOR (n:RateLease) REQUIRE n.key IS UNIQUE;
CREATE INDEX rate_lease_minute IF NOT EXISTS FOR (n:RateLease) ON (n.minute);
// What was told lately, for who listens.
CREATE INDEX outbox_message_at IF NOT EXISTS FOR (n:OutboxMessage) ON (n.at);
