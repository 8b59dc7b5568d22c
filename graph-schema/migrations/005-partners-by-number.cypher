// The numbers by which others know an organization or a place.
CREATE INDEX organization_gln IF NOT EXISTS FOR (n:Organization) ON (n.gln);
CREATE INDEX organization_uscc IF NOT EXISTS FOR (n:Organization) ON (n.uscc);
CREATE INDEX site_gln IF NOT EXISTS FOR (n:Site) ON (n.gln);
