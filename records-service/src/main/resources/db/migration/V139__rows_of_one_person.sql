-- Why: a destruction deletes one person's rows of every table (R-RC-11), and the drill does it again for everybody whom the ledger names
-- (R-RC-08). These two tables had no index by person, so that each person read them whole, the second one twice: its reference to the
-- customer is checked as well.
create index search_token_of_customer on search_token (controller_id, customer_id);
create index recognition_of_customer on recognition (controller_id, customer_id);
