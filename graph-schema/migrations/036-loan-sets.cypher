// Sets on loan: an organization's own are listed by whether they are open and when they are due.
CREATE CONSTRAINT loan_set_id IF NOT EXISTS FOR (n:LoanSet) REQUIRE n.id IS UNIQUE;
CREATE INDEX loan_set_of_lender IF NOT EXISTS FOR (n:LoanSet) ON (n.lender, n.isOpen, n.place);
CREATE INDEX loan_set_of_borrower IF NOT EXISTS FOR (n:LoanSet) ON (n.borrower, n.isOpen, n.place);
