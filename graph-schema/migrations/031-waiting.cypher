// Events that wait for what they name to become known: found by what is waited for, and who waits. The finding has it while it is open.
CREATE CONSTRAINT waiting_event_id IF NOT EXISTS FOR (n:WaitingEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT finding_awaiting IF NOT EXISTS FOR (n:Finding) REQUIRE n.awaiting IS UNIQUE;
// The state that is kept of a serial tells where it was seen since now: the next report folds it anew from its events.
MATCH (n:Serial) WHERE n.custody IS NOT NULL CALL (n) { REMOVE n.custody } IN TRANSACTIONS OF 10000 ROWS;
