// A service provider's engineers list what they were given.
CREATE INDEX service_ticket_of_provider IF NOT EXISTS FOR (n:ServiceTicket) ON (n.provider, n.openedAt);
