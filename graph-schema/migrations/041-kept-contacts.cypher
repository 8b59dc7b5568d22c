// Contacts of cases that were concluded, and of calls that were made, before a day: the hub erases them then.
CREATE INDEX case_concluded IF NOT EXISTS FOR (n:AdverseEvent) ON (n.concludedAt);
CREATE INDEX phone_call_made IF NOT EXISTS FOR (n:PhoneCall) ON (n.calledAt);
