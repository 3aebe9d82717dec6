-- Use: companies in the order of names, in both directions, and lists of companies to choose from.
-- Cost: one entry for each company that is promoted or renamed.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_master_name;
CREATE INDEX CONCURRENTLY idx_master_name ON marketing.company_master (company_name, company_unique_id);
