// Reports by file: a file of a partner is one job for each report, its worker finds what waits, and a round's problems come in order.
CREATE CONSTRAINT import_job_id IF NOT EXISTS FOR (n:ImportJob) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_job_key IF NOT EXISTS FOR (n:ImportJob) REQUIRE n.key IS UNIQUE;
CREATE INDEX import_job_of_organization IF NOT EXISTS FOR (n:ImportJob) ON (n.organization, n.createdAt);
CREATE INDEX import_job_waiting IF NOT EXISTS FOR (n:ImportJob) ON (n.waiting);
CREATE INDEX import_part_of_round IF NOT EXISTS FOR (n:ImportPart) ON (n.round, n.begin);
CREATE CONSTRAINT import_memory_key IF NOT EXISTS FOR (n:ImportMemory) REQUIRE n.key IS UNIQUE;
