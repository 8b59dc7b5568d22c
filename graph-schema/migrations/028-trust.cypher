// What somebody wrote into the record's tail past the hub, oldest first.
CREATE INDEX unproven_record_found IF NOT EXISTS FOR (n:UnprovenRecord) ON (n.foundAt);
