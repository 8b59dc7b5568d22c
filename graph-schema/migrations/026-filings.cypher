// What was filed with authorities about a case or recall, by who filed it.
CREATE CONSTRAINT filing_id IF NOT EXISTS FOR (n:Filing) REQUIRE n.id IS UNIQUE;
CREATE INDEX filing_of_subject IF NOT EXISTS FOR (n:Filing) ON (n.subject, n.organization);
