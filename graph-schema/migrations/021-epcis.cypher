// What came by EPCIS, as it came: found by its eventID, by what it names, and in the order of time by who may see it.
CREATE CONSTRAINT epcis_event_id IF NOT EXISTS FOR (n:EpcisEvent) REQUIRE n.id IS UNIQUE;
CREATE INDEX epcis_event_event_id IF NOT EXISTS FOR (n:EpcisEvent) ON (n.eventId);
CREATE CONSTRAINT epc_uri IF NOT EXISTS FOR (n:Epc) REQUIRE n.uri IS UNIQUE;
CREATE INDEX open_to_by_event_time IF NOT EXISTS FOR ()-[r:OPEN_TO]-() ON (r.organization, r.eventPlace);
CREATE INDEX open_to_by_record_time IF NOT EXISTS FOR ()-[r:OPEN_TO]-() ON (r.organization, r.recordPlace);
CREATE CONSTRAINT capture_job_id IF NOT EXISTS FOR (n:CaptureJob) REQUIRE n.id IS UNIQUE;
CREATE INDEX capture_job_of_organization IF NOT EXISTS FOR (n:CaptureJob) ON (n.organization, n.place);
// Of EPC URNs: how long a company's prefix is.
CREATE CONSTRAINT company_prefix_digits IF NOT EXISTS FOR (n:CompanyPrefix) REQUIRE n.digits IS UNIQUE;
