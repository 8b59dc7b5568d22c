// What is shown to an authority by a link: found by the sum of its token, and listed for who gave it.
CREATE CONSTRAINT share_id IF NOT EXISTS FOR (n:Share) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT share_hash IF NOT EXISTS FOR (n:Share) REQUIRE n.hash IS UNIQUE;
CREATE INDEX share_of_organization IF NOT EXISTS FOR (n:Share) ON (n.organization, n.createdAt);
