// An event's id is derived from its eventID, and is unique: a second index over as many texts was an eighth of a bulk load's work. `check:graph` proves the derivation.
DROP CONSTRAINT event_event_id IF EXISTS;
