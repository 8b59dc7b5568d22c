// Two organizations that numbered their cartons from one GS1 company prefix would give two cartons one SSCC.
CREATE CONSTRAINT organization_company_prefix IF NOT EXISTS FOR (n:Organization) REQUIRE n.companyPrefix IS UNIQUE;
