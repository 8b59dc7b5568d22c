// Which devices contain a part of a lot: a walk over the lot's serials would read ten records for each of them.
CREATE INDEX contains_batch IF NOT EXISTS FOR ()-[r:CONTAINS]-() ON (r.batch);
