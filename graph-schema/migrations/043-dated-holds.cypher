// A serial's state knows since when each hold is there, and whose word has no effect: what was kept of it before is thrown away and read from its events again.
MATCH (n:Serial) WHERE n.custody IS NOT NULL CALL (n) { REMOVE n.custody } IN TRANSACTIONS OF 10000 ROWS;
