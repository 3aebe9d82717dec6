-- Use: as of 013, which this replaces. No index entry has room for a name of any length, and other clients must be able to write one: so
-- names of more than 600 letters, which fit in any script, are in no order of names, and in 041 with those that have none.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_intake_company;
CREATE INDEX CONCURRENTLY idx_intake_company ON intake.company_raw_intake (company, id) WHERE length(company) <= 600;
