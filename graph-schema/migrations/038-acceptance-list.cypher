// An organization's own acceptance records, found again by when the goods arrived.
CREATE INDEX acceptance_check_of_organization IF NOT EXISTS FOR (n:AcceptanceCheck) ON (n.organization, n.place);
MATCH (check:AcceptanceCheck) WHERE check.place IS NULL
SET check.place = check.at + '|' + check.id;
