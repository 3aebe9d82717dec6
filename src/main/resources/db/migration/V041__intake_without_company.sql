-- Use: the rows that come last in the order of names.
DROP INDEX CONCURRENTLY IF EXISTS intake.idx_intake_no_company;
CREATE INDEX CONCURRENTLY idx_intake_no_company ON intake.company_raw_intake (id) WHERE (length(company) <= 600) IS NOT TRUE;
