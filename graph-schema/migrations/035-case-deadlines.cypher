// Cases by when they came: the hub reminds of what is to be reported of them.
CREATE INDEX adverse_event_received IF NOT EXISTS FOR (n:AdverseEvent) ON (n.receivedAt);
