// What a catalogue's maker is known by, beside its hub code.
CREATE INDEX organization_duns IF NOT EXISTS FOR (n:Organization) ON (n.duns);
CREATE INDEX organization_uscc IF NOT EXISTS FOR (n:Organization) ON (n.uscc);
