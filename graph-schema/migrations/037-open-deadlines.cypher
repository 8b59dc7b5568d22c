// What the hub reminds of is found by what is still open, however old it is: cases with deadlines, and sets on loan by when they are due.
CREATE INDEX adverse_event_deadlines IF NOT EXISTS FOR (n:AdverseEvent) ON (n.deadlinesOpen);
CREATE INDEX loan_set_due IF NOT EXISTS FOR (n:LoanSet) ON (n.isOpen, n.place);
DROP INDEX adverse_event_received IF EXISTS;
MATCH (case:AdverseEvent) WHERE case.deadlinesOpen IS NULL SET case.deadlinesOpen = true;
