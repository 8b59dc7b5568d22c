// What somebody sent off and nobody has received: by who sent it, and by when it left. Documents by what a file calls them.
CREATE INDEX in_transit_from IF NOT EXISTS FOR ()-[r:IN_TRANSIT]-() ON (r.from, r.since);
CREATE INDEX in_transit_since IF NOT EXISTS FOR ()-[r:IN_TRANSIT]-() ON (r.since);
CREATE INDEX document_sha256 IF NOT EXISTS FOR (n:Document) ON (n.sha256);
CREATE INDEX document_title IF NOT EXISTS FOR (n:Document) ON (n.title);
