-- Use: the companies that come last in the order of names: hardly any.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_master_no_name;
CREATE INDEX CONCURRENTLY idx_master_no_name ON marketing.company_master (company_unique_id)
    WHERE (length(company_name) <= 600) IS NOT TRUE;
