-- Use: the person in master that a row of intake became, for each row of a page and each promotion.
-- Cost: one entry for each person.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_people_source_record_id;
CREATE INDEX CONCURRENTLY idx_people_source_record_id ON marketing.people_master (source_record_id);
