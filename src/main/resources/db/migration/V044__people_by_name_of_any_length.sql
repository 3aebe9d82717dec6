-- Use: as of 017, which this replaces; see 040.
DROP INDEX CONCURRENTLY IF EXISTS marketing.idx_people_name;
CREATE INDEX CONCURRENTLY idx_people_name ON marketing.people_master (full_name, unique_id) WHERE length(full_name) <= 600;
