// Who signs in: people and systems, each by its own name.
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_username IF NOT EXISTS FOR (n:Person) REQUIRE n.username IS UNIQUE;
CREATE INDEX person_email IF NOT EXISTS FOR (n:Person) ON (n.email);
CREATE CONSTRAINT credential_person IF NOT EXISTS FOR (n:Credential) REQUIRE n.person IS UNIQUE;
CREATE CONSTRAINT api_client_id IF NOT EXISTS FOR (n:ApiClient) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT api_client_name IF NOT EXISTS FOR (n:ApiClient) REQUIRE n.clientId IS UNIQUE;
// What the provider keeps: sessions, grants, codes, sign-ins under way; found by its key, ended by person or grant, removed by age.
CREATE CONSTRAINT provider_record_key IF NOT EXISTS FOR (n:ProviderRecord) REQUIRE n.key IS UNIQUE;
CREATE INDEX provider_record_uid IF NOT EXISTS FOR (n:ProviderRecord) ON (n.uid);
CREATE INDEX provider_record_grant IF NOT EXISTS FOR (n:ProviderRecord) ON (n.grant);
CREATE INDEX provider_record_person IF NOT EXISTS FOR (n:ProviderRecord) ON (n.person);
CREATE INDEX provider_record_expires IF NOT EXISTS FOR (n:ProviderRecord) ON (n.expiresAt);
CREATE CONSTRAINT signing_key IF NOT EXISTS FOR (n:SigningKey) REQUIRE n.kid IS UNIQUE;
CREATE INDEX signing_key_age IF NOT EXISTS FOR (n:SigningKey) ON (n.createdAt);
// What ends at once, on every node: each reads the newest every second.
CREATE CONSTRAINT revocation_id IF NOT EXISTS FOR (n:Revocation) REQUIRE n.id IS UNIQUE;
CREATE INDEX revocation_at IF NOT EXISTS FOR (n:Revocation) ON (n.at);
// Tries at a password or code, by account and by address.
CREATE CONSTRAINT sign_in_tries_key IF NOT EXISTS FOR (n:SignInTries) REQUIRE n.key IS UNIQUE;
CREATE INDEX sign_in_tries_since IF NOT EXISTS FOR (n:SignInTries) ON (n.since);
// Links that work once: an invitation, a forgotten password. Only the sum of the secret in them is kept.
CREATE CONSTRAINT one_time_link IF NOT EXISTS FOR (n:OneTimeLink) REQUIRE n.hash IS UNIQUE;
CREATE INDEX one_time_link_expires IF NOT EXISTS FOR (n:OneTimeLink) ON (n.expiresAt);
// The demo's accounts, in the order in which the sign-in page shows them, and the demo's clients: whether there are any is asked at each start.
CREATE INDEX demo_person_place IF NOT EXISTS FOR (n:DemoPerson) ON (n.place);
CREATE INDEX api_client_demo IF NOT EXISTS FOR (n:ApiClient) ON (n.demo);
