-- Use: finds the people of an e-mail address, by which a run of the rules asks whether master has somebody already.
-- Cost: one entry for each person who is added or gets another address.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_people_email;
CREATE INDEX CONCURRENTLY idx_people_email ON marketing.people_master (lower(btrim(email::text)));
