// What somebody wrote into the record's tail past the hub, oldest first.
CREATE INDEX unproven_record_found IF NOT EXISTS FOR (n:UnprovenRecord) ON (n.foundAt);
// What an organization's uploads take: counted once over what there is, then with each.
CREATE CONSTRAINT storage_use_organization IF NOT EXISTS FOR (n:StorageUse) REQUIRE n.organization IS UNIQUE;
MATCH (organization:Organization) WHERE organization.onHub
WITH organization.id AS id,
  reduce(sum = 0, size IN COLLECT { MATCH (organization)<-[:ISSUED_BY]-(document:Document {kind: 'CASE_ATTACHMENT'}) RETURN document.size } | sum + size)
  + reduce(sum = 0, size IN COLLECT { MATCH (job:ImportJob) WHERE job.organization = organization.id RETURN job.bytes } | sum + size) AS bytes
WHERE bytes > 0
MERGE (use:StorageUse {organization: id}) ON CREATE SET use.bytes = bytes;
