-- Use: the order in which master is shown first, the latest promotion before others.
-- Cost: one entry for each company that is promoted, all of a run side by side.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_master_promoted_at;
CREATE INDEX CONCURRENTLY idx_master_promoted_at ON marketing.company_master (promoted_from_intake_at, company_unique_id);
