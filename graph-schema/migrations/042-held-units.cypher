// Units of a lot can be held, and who has a carton of them is kept with the lot: the state that former rules gave is told anew, from the lot's events, by what is reported of it next.
MATCH (batch:Batch) WHERE batch.custody IS NOT NULL
CALL (batch) { REMOVE batch.custody } IN TRANSACTIONS OF 1000 ROWS;
