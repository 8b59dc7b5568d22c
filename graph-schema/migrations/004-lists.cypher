// The catalogue as a list, and the demo's people by the key that a request names.
CREATE INDEX product_of_kind IF NOT EXISTS FOR (n:Product) ON (n.kind, n.di);
CREATE CONSTRAINT demo_person_key IF NOT EXISTS FOR (n:DemoPerson) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT demo_stop_place IF NOT EXISTS FOR (n:DemoStop) REQUIRE n.place IS UNIQUE;
