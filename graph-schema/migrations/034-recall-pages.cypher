// What a recall covers and what a notice lists are read by pages: by recall or notice, in the order of their keys.
CREATE INDEX covers_of_recall IF NOT EXISTS FOR ()-[r:COVERS]-() ON (r.recall, r.key);
CREATE INDEX lists_of_notice IF NOT EXISTS FOR ()-[r:LISTS]-() ON (r.notice, r.key);
MATCH (recall:Recall)-[covers:COVERS]->(batch:Batch) WHERE covers.key IS NULL SET covers.recall = recall.id, covers.key = batch.id;
MATCH (recall:Recall)-[covers:COVERS]->(serial:Serial) WHERE covers.key IS NULL
SET covers.recall = recall.id, covers.key = coalesce(serial.batch, '') + '|' + serial.serialNumber + '|' + serial.id;
MATCH (notice:RecallNotice)-[listed:LISTS]->(thing:Serial|Batch) WHERE listed.key IS NULL SET listed.notice = notice.id, listed.key = thing.key;
