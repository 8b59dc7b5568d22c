// What a receiver checked on arrival: the acceptance record of a receipt.
CREATE CONSTRAINT acceptance_check_id IF NOT EXISTS FOR (n:AcceptanceCheck) REQUIRE n.id IS UNIQUE;
