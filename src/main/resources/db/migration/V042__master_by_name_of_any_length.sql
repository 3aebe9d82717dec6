-- Use: as of 014, which this replaces; see 040.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_master_name;
CREATE INDEX CONCURRENTLY idx_master_name ON marketing.company_master (company_name, company_unique_id) WHERE length(company_name) <= 600;
