// What distributors reported sold, and findings in the order in which they were raised.
CREATE CONSTRAINT sell_through_report_id IF NOT EXISTS FOR (n:SellThroughReport) REQUIRE n.id IS UNIQUE;
CREATE INDEX finding_of_organization IF NOT EXISTS FOR (n:Finding) ON (n.organization, n.raisedAt);
CREATE INDEX finding_of_maker IF NOT EXISTS FOR (n:Finding) ON (n.maker, n.raisedAt);
