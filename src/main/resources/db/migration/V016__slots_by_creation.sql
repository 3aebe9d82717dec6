-- Use: the order in which slots are shown first, the latest before others.
-- Cost: one entry for each slot that is added, all of a promotion side by side.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_slots_created_at;
CREATE INDEX CONCURRENTLY idx_slots_created_at ON marketing.company_slots (created_at, company_slot_unique_id);
