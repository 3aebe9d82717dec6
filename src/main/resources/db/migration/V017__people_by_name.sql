-- Use: people in the order of names, in which they are shown first.
-- Cost: one entry for each person who is added or renamed.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_people_name;
CREATE INDEX CONCURRENTLY idx_people_name ON marketing.people_master (full_name, unique_id);
